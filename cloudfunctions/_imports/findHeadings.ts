import type { ImportField, ImportKind, ImportMapping } from '../../shared/contracts/imports'
import type { Cell, RosterRow } from '../_rosters/rosterFile'
import { kindOf } from './importKinds'
import type { ImportFields } from './importRecord'
import { fenOf, plainText } from './rowCells'

/** How far down a heading row may stand: below a title, a unit and a date. */
export const lowestHeading = 10

/**
 * Which row of the first few has the headings: the first that names the column by which a row is known, otherwise the first row.
 * Undefined where that row is somebody's: headings have no long numbers.
 */
export function headingRow(kind: ImportKind, rows: readonly RosterRow[]): number | undefined {
  const { idNumber, town } = kindOf(kind).columns
  const names = idNumber ?? town ?? []
  const found = rows
    .slice(0, lowestHeading)
    .findIndex(({ cells }) => cells.some((cell) => names.includes(plainText(cell))))
  const row = Math.max(found, 0)
  return rows[row]?.cells.some((cell) => /\d{6}/.test(plainText(cell))) ? undefined : row
}

/** Which columns the headings name, in whatever order they stand. */
export function mappingBy(kind: ImportKind, headings: readonly Cell[]): ImportMapping {
  const mapping: ImportMapping = {}
  for (const [field, names] of Object.entries(kindOf(kind).columns)) {
    const column = headings.findIndex((heading) => names.includes(plainText(heading))) + 1
    if (column > 0) mapping[field as ImportField] = column
  }
  return mapping
}

const totalWords = /^(合计|总计|共计|小计)/

/** 合计: the numbers of a total row, by column, in hundredths; undefined for a row of its own. */
export function totalsOf({ cells }: RosterRow): ImportFields['totals'] | undefined {
  if (!cells.slice(0, 3).some((cell) => totalWords.test(plainText(cell)))) return undefined
  return cells.flatMap((cell, i) => {
    const number = /^\D*?(\d{1,7}(\.\d{1,2})?)(人|名|元)?$/.exec(plainText(cell).replaceAll(',', ''))?.[1]
    const hundredths = number === undefined ? undefined : fenOf(number)
    return hundredths === undefined ? [] : [{ column: i + 1, hundredths }]
  })
}
