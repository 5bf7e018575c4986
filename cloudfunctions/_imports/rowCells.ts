import type { ImportField, ImportMapping } from '../../shared/contracts/imports'
import { isCivilDay, type CivilDay } from '../../shared/rules/civilDay'
import type { Cell, RosterRow } from '../_rosters/rosterFile'

/** A row by what its columns hold; empty text for what it has no column for. */
export type CellOf = (field: ImportField) => Cell

/** Reads a row by its mapping. */
export const rowCells =
  (mapping: ImportMapping, { cells }: Pick<RosterRow, 'cells'>): CellOf =>
  (field) => {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column - 1] ?? '')
  }

/** As written, without any space: names, places and groups are compared like this. */
export function plainText(cell: Cell | undefined): string {
  const text = String(cell ?? '')
  // Most cells have none, and looking is cheaper than replacing: a county has millions of them.
  return /\s/.test(text) ? text.replace(/\s/g, '') : text
}

/** A figure without the commas that set off its thousands; any other comma stays, and then it is none: `4,00` may be four. */
const withoutCommas = (text: string): string => text.replace(/,(?=\d{3}(?!\d))/g, '')

/** A number of people as a table writes one; undefined for anything else. */
export function headsOf(cell: Cell): number | undefined {
  const text = withoutCommas(plainText(cell).replace(/[人名]$/, ''))
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}

/** A sum as a table writes one in yuan, in fen; undefined for anything else. */
export function fenOf(cell: Cell): number | undefined {
  const text = withoutCommas(plainText(cell).replace(/^[¥￥]|元$/g, ''))
  const [, yuan, fen = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fen.padEnd(2, '0'))
}

/** A day as people write one, a time of day after it left out; null for none, undefined for what is no day. */
export function dayOf(cell: Cell): CivilDay | null | undefined {
  if (cell === '') return null
  const written = String(cell).replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.0+)?)?$/, '')
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written) ??
    []
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDay(whole) ? whole : undefined
}
