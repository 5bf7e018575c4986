import type { FormColumn } from './form'

/** Points in a millimetre. */
export const pointsPerMm = 72 / 25.4

/** Height of the letters in a table, in points, and of a line of them. */
export const cellPoints = 10
export const linePoints = 13

/** Between a cell's text and its lines, at each side, in millimetres. */
export const cellPaddingMm = 1.2

const isNarrow = /[\u0020-\u007e]/

/** How wide a text is, in millimetres, as far as it can be told without the font: 汉字 are square, Latin letters half. */
export const widthMm = (text: string): number =>
  (Array.from(text).reduce((sum, one) => sum + (isNarrow.test(one) ? 0.56 : 1), 0) * cellPoints) / pointsPerMm

/** Lines a text takes in a column, at least one. */
export const linesIn = (text: string, mm: number): number =>
  Math.max(1, Math.ceil(widthMm(text) / (mm - 2 * cellPaddingMm)))

/** The height of a row in which no text is cut, in millimetres. */
export function rowHeightMm(
  columns: readonly FormColumn[],
  cells: readonly string[],
  leastMm: number,
): number {
  const lines = Math.max(1, ...columns.map(({ mm }, index) => linesIn(cells[index] ?? '', mm)))
  return Math.max(leastMm, (lines * linePoints) / pointsPerMm + 2 * cellPaddingMm)
}
