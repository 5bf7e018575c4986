import type { CivilDay } from '../../shared/rules/civilDay'

/** When the jobs do what, and how much of it at a time: this service's own settings. Times of day are `HH:MM`, Asia/Shanghai. */
export interface Schedule {
  /** From when WeChat's bill of the day before is asked for. */
  billFrom: string
  /** By when it should be known whether the day balances. */
  differencesBy: string
  /** From when a day that does not balance wants a person. */
  alarmAt: string
  /** By when the collection detail of the day before is sent where the notice states no time. */
  usualPushBy: string
  /** So many minutes before that time it is sent also without a bill, or with differences. */
  pushMinutesAhead: number
  /** After so many minutes a day that differs is looked at again. */
  lookAgainMinutes: number
  /** For so many days WeChat keeps a bill that did not come. */
  billKeptDays: number
  /** How long one round may ask about open orders, about refunds, and begin new work on days: 60 seconds end its function. */
  followSeconds: number
  refundSeconds: number
  balanceSeconds: number
  /** The same for counting a county's identities. */
  tallySeconds: number
  /** And for looking for records that may be one person. */
  duplicateSeconds: number
  /** And for walking on with months' matches that were begun. */
  matchSeconds: number
  /** From when a county's people are counted anew, once a day, and how long one round may take at it. */
  progressFrom: string
  progressSeconds: number
  /** What is parked with an import is emptied after so many days without a change, and how long one round may empty. */
  importKeptDays: number
  importClearSeconds: number
  /** How many calls to WeChat or the database run at the same time. */
  atOnce: number
}

/** The instant (UTC) of a time of day, Asia/Shanghai. */
export const instantAt = (day: CivilDay, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00+08:00`)).toISOString()
