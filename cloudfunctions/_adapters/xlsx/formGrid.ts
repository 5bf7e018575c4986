import type { CellObject, Row } from 'write-excel-file/node'
import type { BlankBox, Form, FormColumn, FormSheet, Labelled } from '../../../shared/forms/form'
import { printableMm } from '../../../shared/forms/paperSize'
import { linesIn, linePoints, pointsPerMm, rowHeightMm, widthMm } from '../../../shared/forms/rowHeight'

/** A form as cells. Rows count from 1. */
export interface FormGrid {
  rows: Row[]
  columnsMm: number[]
  headRow: number | undefined
  breaksAfter: number[]
}

const border = { borderStyle: 'thin', borderColor: '#13202C' } as const

/** All sheets of a form, one below the other in one worksheet, each on pages of its own. The watermark is the first row. */
export function formGrid(form: Form): FormGrid {
  const columnsMm = columnsOf(form)
  const rows: Row[] = [spanned(columnsMm, { value: form.watermark, fontSize: 8, height: linePoints })]
  const breaksAfter: number[] = []
  let headRow: number | undefined
  for (const [index, sheet] of form.sheets.entries()) {
    if (index > 0) breaksAfter.push(rows.length)
    const above = aboveTable(sheet, columnsMm)
    rows.push(...above)
    if (sheet.columns.length > 0) {
      rows.push(headOf(sheet.columns))
      headRow = form.sheets.length === 1 ? rows.length : undefined
      rows.push(...sheet.rows.map((cells) => rowOf(sheet.columns, cells, form.rowMm)))
      if (sheet.total) rows.push(rowOf(sheet.columns, sheet.total, form.rowMm, 'bold'))
    }
    rows.push(...belowTable(sheet, columnsMm))
  }
  return { rows, columnsMm, headRow, breaksAfter }
}

/** The columns of the table; a form without one has labels and what they say. */
function columnsOf({ sheets, paper }: Form): number[] {
  const [first] = sheets
  if (first && first.columns.length > 0) return first.columns.map(({ mm }) => mm)
  return [labelMm, printableMm(paper) - labelMm]
}

const labelMm = 50

/** No spreadsheet makes a row higher, in points; what is longer is read in the cell. */
const mostHeight = 409

function aboveTable(sheet: FormSheet, columnsMm: readonly number[]): Row[] {
  const width = sum(columnsMm)
  return [
    ...sheet.titles.map((title, index) =>
      spanned(columnsMm, {
        value: title,
        fontSize: index === 0 ? 16 : 11,
        fontWeight: 'bold',
        align: 'center',
        height: Math.ceil((widthMm(title) * 1.6) / width) * 26,
      }),
    ),
    ...(sheet.head.length > 0 ? [fieldsRow(sheet.head, columnsMm)] : []),
    ...sheet.facts.map(({ label, text }) => factRow(label, text, columnsMm)),
  ]
}

/** Label and value, the label as wide as the first columns that hold it. */
function factRow(label: string, text: string, columnsMm: readonly number[]): Row {
  const first = columnsWithin(columnsMm, labelMm)
  const valueMm = sum(columnsMm.slice(first))
  const row = blankRow(columnsMm.length)
  row[0] = { ...textCell(label), ...border, columnSpan: first, height: heightOf(linesIn(text, valueMm)) }
  row[first] = { ...textCell(text), ...border, columnSpan: columnsMm.length - first }
  return row
}

const headOf = (columns: readonly FormColumn[]): Row =>
  columns.map(({ title }) => ({
    ...textCell(title),
    ...border,
    fontWeight: 'bold',
    align: 'center',
    height: heightOf(Math.max(...columns.map((column) => linesIn(column.title, column.mm)))),
  }))

function rowOf(
  columns: readonly FormColumn[],
  cells: readonly string[],
  leastMm: number,
  fontWeight?: 'bold',
): Row {
  const height = Math.min(mostHeight, rowHeightMm(columns, cells, leastMm) * pointsPerMm)
  return columns.map(({ type, align }, index) => ({
    ...(type === 'figure' ? figureCell(cells[index] ?? '') : textCell(cells[index] ?? '')),
    ...border,
    align,
    height,
    ...(fontWeight && { fontWeight }),
  }))
}

function belowTable(sheet: FormSheet, columnsMm: readonly number[]): Row[] {
  const width = sum(columnsMm)
  return [
    ...sheet.notes.map((note) =>
      spanned(columnsMm, { ...textCell(note), height: heightOf(linesIn(note, width)) }),
    ),
    ...(sheet.foot.length > 0 ? [fieldsRow(sheet.foot, columnsMm)] : []),
    ...boxRows(sheet.boxes, columnsMm),
  ]
}

/** Fields side by side, each in as many columns as its share of the width. What is filled in by hand has room for it. */
function fieldsRow(fields: readonly Labelled[], columnsMm: readonly number[]): Row {
  const row = blankRow(columnsMm.length)
  const shareMm = sum(columnsMm) / fields.length
  let at = 0
  for (const [index, { label, text }] of fields.entries()) {
    const isLast = index === fields.length - 1
    const span = isLast ? columnsMm.length - at : columnsWithin(columnsMm.slice(at), shareMm)
    row[at] = {
      ...textCell(`${label}：${text === '' ? '＿＿＿＿＿＿' : text}`),
      columnSpan: span,
      height: 30,
    }
    at += span
  }
  return row
}

/** Boxes side by side, as wide and high as they have to be at least. */
function boxRows(boxes: readonly BlankBox[], columnsMm: readonly number[]): Row[] {
  if (boxes.length === 0) return []
  const row = blankRow(columnsMm.length)
  let at = 0
  for (const { label, widthMm: mm, heightMm } of boxes) {
    const span = columnsOver(columnsMm.slice(at), mm)
    const cell = {
      ...textCell(label),
      ...border,
      alignVertical: 'top' as const,
      height: heightMm * pointsPerMm,
    }
    row[at] = { ...cell, columnSpan: span }
    at += span + 1
    if (at >= columnsMm.length) break
  }
  return [blankRow(columnsMm.length), row]
}

const textCell = (value: string): CellObject => ({
  ...(value === '' ? {} : { value, type: String, format: '@' }),
  wrap: true,
  alignVertical: 'center',
})

function figureCell(text: string): CellObject {
  if (!/^\d+(\.\d+)?$/.test(text)) return textCell(text)
  const format = text.includes('.') ? '0.00' : '0'
  return { value: Number(text), type: Number, format, alignVertical: 'center' }
}

const blankRow = (columns: number): Row => Array.from({ length: columns }, () => null)

function spanned(columnsMm: readonly number[], cell: CellObject): Row {
  const row = blankRow(columnsMm.length)
  row[0] = { ...textCell(''), type: String, ...cell, columnSpan: columnsMm.length }
  return row
}

const heightOf = (lines: number): number => Math.min(mostHeight, lines * linePoints + 8)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** How many columns, at least one, are together no wider than this. */
function columnsWithin(columnsMm: readonly number[], mm: number): number {
  let [count, width] = [0, 0]
  while (count < columnsMm.length && width + (columnsMm[count] ?? 0) <= mm + 1) {
    width += columnsMm[count] ?? 0
    count += 1
  }
  return Math.max(1, count)
}

/** How many columns together are at least this wide, or all there are. */
function columnsOver(columnsMm: readonly number[], mm: number): number {
  let [count, width] = [0, 0]
  while (count < columnsMm.length && width < mm) {
    width += columnsMm[count] ?? 0
    count += 1
  }
  return count
}
