import { addDays, firstOfMonth, type CivilDay } from '../../shared/rules/civilDay'

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: CivilDay): string => day.slice(0, 7)

export const lastDayOf = (month: string): CivilDay => addDays(firstOfMonth(`${month}-01`, 1), -1)

/** Whether anybody pays for, or is covered by, a coverage year in a month: from the January before to its December. */
export const concernsYear = (month: string, coverageYear: number): boolean =>
  `${coverageYear - 1}-01` <= month && month <= `${coverageYear}-12`

/** This month and the one before: rosters come at a month's end, and are matched then or in the first days after. */
export const monthsToMatch = (today: CivilDay, coverageYear: number, latest: string | undefined): string[] =>
  [monthOf(today), monthOf(firstOfMonth(today, -1))].filter(
    (month) => concernsYear(month, coverageYear) && (latest === undefined || month > latest),
  )
