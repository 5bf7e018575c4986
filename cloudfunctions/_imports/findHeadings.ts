import type { ImportField, ImportKind, ImportMapping } from '../../shared/contracts/imports'
import type { Cell, RosterRow } from '../_rosters/rosterFile'
import { kindOf } from './importKinds'
import type { ImportFields } from './importRecord'
import { fenOf, plainText } from './rowCells'

/** How far down a heading row may stand: below a title, a unit and a date. */
export const lowestHeading = 10

/**
 * Which row of the first few has the headings: the first that names the column by which a row is known, otherwise the first of the
 * widest above the first that is somebody's, because a title is narrower. Undefined where there is none of two columns.
 */
export function headingRow(kind: ImportKind, rows: readonly RosterRow[]): number | undefined {
  const { idNumber, town } = kindOf(kind).columns
  const names = idNumber ?? town ?? []
  const first = rows.slice(0, lowestHeading)
  const found = first.findIndex(({ cells }) => cells.some((cell) => names.includes(headingText(cell))))
  if (found >= 0) return isSomebodys(first[found]) ? undefined : found
  const somebody = first.findIndex(isSomebodys)
  const widths = first.slice(0, somebody < 0 ? first.length : somebody).map(widthOf)
  const widest = Math.max(0, ...widths)
  return widest > 1 ? widths.indexOf(widest) : undefined
}

const widthOf = ({ cells }: RosterRow): number => cells.filter((cell) => cell !== '').length

/** Headings have no long numbers; a title may have a day in it. */
const isSomebodys = (row: RosterRow | undefined): boolean =>
  row !== undefined && widthOf(row) > 1 && row.cells.some((cell) => /\d{6}/.test(plainText(cell)))

/** Which columns the headings name, in whatever order they stand; what two of them name, whoever sends it has to say. */
export function mappingBy(kind: ImportKind, headings: readonly Cell[]): ImportMapping {
  const mapping: ImportMapping = {}
  for (const [field, names] of Object.entries(kindOf(kind).columns)) {
    const columns = headings.flatMap((heading, i) => (names.includes(headingText(heading)) ? [i + 1] : []))
    const [column] = columns
    if (column !== undefined && columns.length === 1) mapping[field as ImportField] = column
  }
  return mapping
}

/** A heading without what a form adds to it: a star, or that it has to be filled in. */
const headingText = (cell: Cell): string =>
  plainText(cell).replace(/^[*＊]|[*＊]$|[(（](必填|选填)[)）]$/g, '')

const totalWords = /^((本页|本?[村镇乡组])?小计|本页合计)|^((全[县市区镇乡村])?(合计|总计|共计)|共(?=\d))/

/**
 * 合计: the numbers of a total row, by column, in hundredths; none of a part's (小计), and undefined for a row of its own. The word stands
 * in one of the first columns, or is the first that the row says.
 */
export function totalsOf({ cells }: RosterRow): ImportFields['totals'] | undefined {
  const first = cells.findIndex((cell) => cell !== '')
  const words = cells.slice(0, Math.max(3, first + 1)).map((cell) => totalWords.exec(plainText(cell)))
  const word = words.find((found) => found !== null)
  if (!word) return undefined
  const isOfPart = word[1] !== undefined
  if (isOfPart) return []
  return cells.flatMap((cell, i) => {
    const number = /^\D*?(\d[\d,]*(\.\d{1,2})?)(人|名|元)?$/.exec(plainText(cell))?.[1]
    const hundredths = number === undefined ? undefined : fenOf(number)
    return hundredths === undefined ? [] : [{ column: i + 1, hundredths }]
  })
}
