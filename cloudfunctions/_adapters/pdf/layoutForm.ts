import type { BlankBox, Form, FormColumn, FormSheet, Labelled } from '../../../shared/forms/form'
import { marginsMm, paperMm, printableMm } from '../../../shared/forms/paperSize'
import { cellPaddingMm, cellPoints, linePoints, pointsPerMm } from '../../../shared/forms/rowHeight'
import { wrapText, type Measure } from './wrapText'

/** Something on a page, in points from its top. Text is in lines already. */
export type Piece = { top: number; height: number } & (
  | { kind: 'title'; lines: string[]; points: number }
  | { kind: 'fields'; fields: readonly Labelled[] }
  | { kind: 'row'; cells: readonly DrawnCell[]; isHead: boolean }
  | { kind: 'note'; lines: string[] }
  | { kind: 'boxes'; boxes: readonly BlankBox[] }
)

export interface DrawnCell {
  lines: string[]
  widthPoints: number
  align: FormColumn['align']
}

export type Page = Piece[]

const titlePoints = 18
const subtitlePoints = 12
export const notePoints = 9.5
const fieldsHeight = 26
const gap = 6
const factLabelMm = 45

/** Lays a form out on pages, before anything is drawn, so that each page knows how many there are. */
export function layoutForm(form: Form, measure: Measure): Page[] {
  const bottom = (paperMm(form.paper).height - marginsMm.bottom) * pointsPerMm
  const width = printableMm(form.paper) * pointsPerMm
  const top = marginsMm.top * pointsPerMm
  return form.sheets.flatMap((sheet) => layoutSheet(sheet, { form, measure, top, bottom, width }))
}

interface Room {
  form: Form
  measure: Measure
  top: number
  bottom: number
  width: number
}

type Row = Omit<Extract<Piece, { kind: 'row' }>, 'top'>

type Unplaced = Piece extends infer One ? (One extends Piece ? Omit<One, 'top'> : never) : never

function layoutSheet(sheet: FormSheet, room: Room): Page[] {
  const pages: Page[] = [[]]
  let y = room.top
  const newPage = (): void => {
    pages.push([])
    y = room.top
  }
  const put = (piece: Unplaced): void => {
    pages.at(-1)?.push({ ...piece, top: y })
    y += piece.height
  }
  const putWhole = (some: readonly Unplaced[]): void => {
    const height = some.reduce((all, one) => all + one.height, 0)
    if (y + height > room.bottom && y > room.top) newPage()
    some.forEach(put)
  }

  titlePieces(sheet, room).forEach(put)
  if (sheet.head.length > 0) put({ kind: 'fields', fields: sheet.head, height: fieldsHeight })
  factRows(sheet, room).forEach((fact) => putWhole([fact]))
  if (sheet.columns.length > 0) {
    const head = tableRow(
      sheet.columns,
      sheet.columns.map(({ title }) => title),
      room,
      true,
    )
    put(head)
    const rows = [...sheet.rows, ...(sheet.total ? [sheet.total] : [])]
    for (const cells of rows) {
      const row = tableRow(sheet.columns, cells, room, false)
      for (const part of withinPage(row, room.bottom - room.top - head.height)) {
        if (y + part.height > room.bottom) {
          newPage()
          put(head)
        }
        put(part)
      }
    }
  }
  for (const note of sheet.notes) putWhole([notePiece(note, room)])
  putWhole(footPieces(sheet))
  return pages
}

const titlePieces = ({ titles }: FormSheet, { width, measure }: Room): Unplaced[] =>
  titles.map((title, index) => {
    const points = index === 0 ? titlePoints : subtitlePoints
    const lines = wrapText(title, width, points, measure)
    return { kind: 'title', lines, points, height: lines.length * points * 1.4 + gap }
  })

/** What a page about one person says: a table of two columns. */
function factRows({ facts }: FormSheet, room: Room): Unplaced[] {
  const label = { title: '', mm: factLabelMm, align: 'left', type: 'text' } as const
  const value = { ...label, mm: printableMm(room.form.paper) - factLabelMm }
  return facts.map((fact) => tableRow([label, value], [fact.label, fact.text], room, false))
}

function tableRow(
  columns: readonly FormColumn[],
  cells: readonly string[],
  { form, measure }: Room,
  isHead: boolean,
): Row {
  const padding = cellPaddingMm * pointsPerMm
  const drawn = columns.map(({ mm, align }, index) => {
    const widthPoints = mm * pointsPerMm
    return {
      widthPoints,
      align: isHead ? ('center' as const) : align,
      lines: wrapText(cells[index] ?? '', widthPoints - 2 * padding, cellPoints, measure),
    }
  })
  const lines = Math.max(...drawn.map((cell) => cell.lines.length))
  const height = Math.max(form.rowMm * pointsPerMm, lines * linePoints + 2 * padding)
  return { kind: 'row', cells: drawn, isHead, height }
}

/** A row as it is, or where it is higher than a page in several rows of some lines each, so that no text is cut. */
function withinPage(row: Row, mostHeight: number): Row[] {
  if (row.height <= mostHeight) return [row]
  const padding = 2 * cellPaddingMm * pointsPerMm
  const atMost = Math.floor((mostHeight - padding) / linePoints)
  const lines = Math.max(...row.cells.map((cell) => cell.lines.length))
  return Array.from({ length: Math.ceil(lines / atMost) }, (_none, part) => {
    const some = row.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(part * atMost, (part + 1) * atMost),
    }))
    const height = Math.max(...some.map((cell) => cell.lines.length)) * linePoints + padding
    return { ...row, cells: some, height }
  })
}

function notePiece(note: string, { width, measure }: Room): Unplaced {
  const lines = wrapText(note, width, notePoints, measure)
  return { kind: 'note', lines, height: lines.length * linePoints + gap }
}

/** The last fields and the boxes stay on one page: a seal belongs to a name. */
const footPieces = ({ foot, boxes }: FormSheet): Unplaced[] => [
  ...(foot.length > 0 ? [{ kind: 'fields' as const, fields: foot, height: fieldsHeight + gap }] : []),
  ...(boxes.length > 0
    ? [
        {
          kind: 'boxes' as const,
          boxes,
          height: Math.max(...boxes.map(({ heightMm }) => heightMm)) * pointsPerMm + 2 * gap,
        },
      ]
    : []),
]
