/** An ID number as a cell holds it, and what a spreadsheet that took it for a number has done to it. */
import { readIdNumber } from '../../../shared/identity/idNumber'
import type { CivilDay } from '../../../shared/rules/civilDay'
import type { Cell } from '../../_rosters/rosterFile'
import { plainText } from '../rowCells'

/** Without spaces and the apostrophe that makes a spreadsheet keep it as text. */
export const idText = (cell: Cell): string => plainText(cell).replace(/^['‘’`]/, '')

/** A spreadsheet keeps fifteen digits of a number and writes the others as noughts. */
const roundedForm = /^\d{15}000$/

/**
 * Whether a text shows that its file's numbers were rounded: a nought in each of the last three places, of which the last is not the
 * one that belongs there. One number in eleven that was rounded looks right, so one that does not speaks for all of its file.
 */
export const isRoundedSurely = (cell: Cell, today: CivilDay): boolean => {
  if (typeof cell !== 'string' || cell.length < 18 || !roundedForm.test(idText(cell))) return false
  const read = readIdNumber(idText(cell), today)
  return read.kind === 'wrong' && read.problem === 'idCheckDigit'
}

/** Whether digits are lost: it stands as a number, as `6.2E+17`, or rounded in a file that shows rounding. */
export const hasLostDigits = (cell: Cell, isRounded: boolean): boolean =>
  typeof cell === 'number' ||
  /^\d(\.\d+)?E\+?\d+$/i.test(idText(cell)) ||
  (isRounded && roundedForm.test(idText(cell)))

/** What two rows about one person share; empty where digits are lost, because strangers may share those that are left. */
export const idKey = (cell: Cell, isRounded: boolean): string =>
  hasLostDigits(cell, isRounded) ? '' : idText(cell).toUpperCase()
