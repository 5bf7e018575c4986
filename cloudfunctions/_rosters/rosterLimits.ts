/** How much of a file is read before it is turned away. Bytes, counts, and characters of text. */
export interface RosterLimits {
  fileBytes: number
  entries: number
  /** All entries together, inflated. */
  inflatedBytes: number
  /** Inflated to packed; looked at from `ratioFrom` inflated bytes on, because small parts of plain markup pack well. */
  ratio: number
  ratioFrom: number
  rows: number
  columns: number
  cells: number
  cellText: number
}

const megabyte = 1024 * 1024

/** A county's roster fits; a million rows do not, and are sent by town. */
export const rosterLimits: RosterLimits = {
  fileBytes: 40 * megabyte,
  entries: 300,
  inflatedBytes: 400 * megabyte,
  ratio: 120,
  ratioFrom: 2 * megabyte,
  rows: 250_000,
  columns: 64,
  cells: 4_000_000,
  cellText: 500,
}
