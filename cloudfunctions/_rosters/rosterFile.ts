/** What comes out of a roster's file (花名册文件), whichever kind of file it is, and why one is turned away. */

/**
 * One cell: text as written, a date as `YYYY-MM-DD`, or a number where the file holds one. A number is never turned into text
 * here: an ID number that a spreadsheet took for a number has lost its last digits already.
 */
export type Cell = string | number

/** A row that holds something. `number` counts from 1, as the spreadsheet shows it; cells by column, empty text for none. */
export interface RosterRow {
  number: number
  cells: Cell[]
}

/** Where in the file, counted from 1 as the spreadsheet shows it. */
export interface Spot {
  row: number
  column: number
}

/**
 * `notAWorkbook` something else altogether · `oldWorkbook` an .xls of before 2007 · `broken` does not read to its end ·
 * `encrypted` · `macros` · `formula` a cell that is computed, or says that it could not be · `zipBomb` grows beyond reason, or lies about its size ·
 * `declarations` XML that declares entities · `unsafeNames` entries that point out of the file · `externalLinks` ·
 * `severalSheets` more than one holds something, hidden ones too · `hiddenRows` a filter or somebody hides rows that hold something · `empty` · `encoding` neither UTF-8 nor GB18030 · `tooLarge` ·
 * `tooManyRows` · `tooManyColumns` · `tooManyCells` · `longCell` a cell of more text than a name or an address has.
 */
export type RosterRefusal =
  | 'notAWorkbook'
  | 'oldWorkbook'
  | 'broken'
  | 'encrypted'
  | 'macros'
  | 'formula'
  | 'zipBomb'
  | 'declarations'
  | 'unsafeNames'
  | 'externalLinks'
  | 'severalSheets'
  | 'hiddenRows'
  | 'empty'
  | 'encoding'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyCells'
  | 'longCell'

export type RosterRead =
  { kind: 'read'; rows: number } | { kind: 'refused'; refusal: RosterRefusal; spot?: Spot }

/** Stops reading from deep inside; `readRoster` turns it into a value. */
export class RosterRefused extends Error {
  constructor(
    readonly refusal: RosterRefusal,
    readonly spot?: Spot,
  ) {
    super(refusal)
    this.name = 'RosterRefused'
  }
}
