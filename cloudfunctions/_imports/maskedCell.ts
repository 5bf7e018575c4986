import type { Cell } from '../_rosters/rosterFile'
import { plainText } from './rowCells'

const mostShown = 40
const longNumber = /[\dA-Za-z]{6,}/g

/** A cell to be read on the screen: of a long number the first four and the last two characters, of a long text its beginning. */
export const withNumbersMasked = (cell: Cell): string =>
  String(cell)
    .replace(longNumber, (text) =>
      text.replace(/\D/g, '').length < 6 ? text : `${text.slice(0, 4)}****${text.slice(-2)}`,
    )
    .slice(0, mostShown)

/** The same, and of a text only its first character, unless it is one of `open`: in it nobody can be recognised. */
export function masked(cell: Cell, open: ReadonlySet<string>): string {
  const text = plainText(cell)
  const isOpen = open.has(text) || /^[\d.\-/年月日]{1,11}$/.test(text)
  if (/\d{6}/.test(text) && !isDay(text)) return withNumbersMasked(text)
  return isOpen || text === '' ? text : `${text.slice(0, 1)}**`
}

const isDay = (text: string): boolean => /^(19|20)\d{2}([-./年]\d{1,2}[-./月]\d{1,2}日?|\d{4})$/.test(text)
