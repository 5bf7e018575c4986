import type { ImportField, ImportMapping } from '../../shared/contracts/imports'
import type { Cell, RosterRow } from '../_rosters/rosterFile'

/** A row by what its columns hold; empty text for what it has no column for. */
export type CellOf = (field: ImportField) => Cell

export const rowCells =
  (mapping: ImportMapping, { cells }: Pick<RosterRow, 'cells'>): CellOf =>
  (field) => {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column - 1] ?? '')
  }

/** As written, without any space: names, places and groups are compared like this. */
export const plainText = (cell: Cell | undefined): string => String(cell ?? '').replace(/\s/g, '')

/** A number of people as a table writes one; undefined for anything else. */
export function headsOf(cell: Cell): number | undefined {
  const text = plainText(cell)
    .replace(/[人名]$/, '')
    .replaceAll(',', '')
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}
