/** How sums, days and moments are written. */
import {
  dayOfMonth,
  dayText as fullDay,
  monthOf,
  yearOf,
  type CivilDay,
} from '../../../shared/rules/civilDay'
import { yuanShown as yuan } from '../../../shared/rules/money'

export { fullDay, yuan }

/** With the unit, as in an account: `130 元`. */
export const sum = (fen: number): string => `${yuan(fen)} 元`

const megabyte = 1024 * 1024

/** How large a file is: `96 KB`, `1.4 MB`. */
export const fileSize = (bytes: number): string =>
  bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / megabyte).toFixed(1)} MB`

/** Inside a sentence: `130元`. */
export const sumInline = (fen: number): string => `${yuan(fen)}元`

/** A range of sums; an open upper end is said in words. */
export const range = (fromFen: number, toFen: number | null): string =>
  toFen === null
    ? `${yuan(fromFen)}以上`
    : fromFen === toFen
      ? yuan(fromFen)
      : `${yuan(fromFen)}–${yuan(toFen)}`

export const shortDay = (day: CivilDay): string => `${monthOf(day)}月${dayOfMonth(day)}日`

/** The year is said where it is not the one everybody is in. */
export const dayFrom = (day: CivilDay, today: CivilDay): string =>
  yearOf(day) === yearOf(today) ? shortDay(day) : fullDay(day)

/** From the first to the last day; a year that both share is said once. */
export const spanOfDays = (first: CivilDay, last: CivilDay): string =>
  `${fullDay(first)}到${dayFrom(last, first)}`

/** Days still left, the last day not counted as used up. Negative once it is over. */
export function daysLeft(today: CivilDay, last: CivilDay): number {
  const utc = (day: CivilDay) => Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day))
  return Math.round((utc(last) - utc(today)) / 86_400_000)
}

const beijingOffsetMs = 8 * 60 * 60 * 1000

/** A UTC instant on the clocks of Asia/Shanghai. */
export function moment(instant: string): { day: CivilDay; time: string } {
  const local = new Date(Date.parse(instant) + beijingOffsetMs).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}

export const shortMoment = (instant: string): string => {
  const { day, time } = moment(instant)
  return `${shortDay(day)} ${time}`
}

export const fullMoment = (instant: string): string => {
  const { day, time } = moment(instant)
  return `${fullDay(day)} ${time}`
}

/** An order number in groups that can be read out. */
export const grouped = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ')
