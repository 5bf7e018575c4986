import type { ImportField, ImportKind, ImportMapping } from '../../shared/contracts/imports'
import type { Cell, RosterRow } from '../_rosters/rosterFile'
import { kindOf } from './importKinds'

const plain = (cell: Cell | undefined): string => String(cell ?? '').replace(/\s/g, '')

/** How far down a heading row may stand: below a title, a unit and a date. */
const lowestHeading = 10

/** Which row of the first few has the headings: the first that names an ID number's column, otherwise the first row. */
export function headingRow(kind: ImportKind, rows: readonly RosterRow[]): number {
  const names = kindOf(kind).columns.idNumber ?? []
  const found = rows
    .slice(0, lowestHeading)
    .findIndex(({ cells }) => cells.some((cell) => names.includes(plain(cell))))
  return Math.max(found, 0)
}

/** Which columns the headings name, in whatever order they stand. */
export function mappingBy(kind: ImportKind, headings: readonly Cell[]): ImportMapping {
  const mapping: ImportMapping = {}
  for (const [field, names] of Object.entries(kindOf(kind).columns)) {
    const column = headings.findIndex((heading) => names.includes(plain(heading))) + 1
    if (column > 0) mapping[field as ImportField] = column
  }
  return mapping
}

const totalWords = /^(合计|总计|共计|小计)/

/** 合计: what a total row says, in people; undefined for a row of a person. */
export function totalOf({ cells }: RosterRow): number | null | undefined {
  if (!cells.slice(0, 3).some((cell) => totalWords.test(plain(cell)))) return undefined
  const numbers = cells.flatMap((cell) => (/^(\D*)(\d{1,7})(人|名)?$/.exec(plain(cell)) ?? [])[2] ?? [])
  return numbers[0] === undefined ? null : Number(numbers[0])
}
