import { addDays, firstOfMonth, type CivilDay } from '../../shared/rules/civilDay'

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: CivilDay): string => day.slice(0, 7)

/** The last day of a month, `YYYY-MM`. */
export const lastDayOf = (month: string): CivilDay => addDays(firstOfMonth(`${month}-01`, 1), -1)

/** The months in which anybody pays for, or is covered by, a coverage year: from the January before to its December. */
export const monthsOf = (coverageYear: number): string[] =>
  [coverageYear - 1, coverageYear].flatMap((year) =>
    Array.from({ length: 12 }, (_none, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  )

/** Whether a month is one of them. */
export const concernsYear = (month: string, coverageYear: number): boolean =>
  monthsOf(coverageYear).includes(month)

/** This month and the one before: rosters come at a month's end, and are matched then or in the first days after. */
export const monthsToMatch = (today: CivilDay, coverageYear: number, latest: string | undefined): string[] =>
  [monthOf(today), monthOf(firstOfMonth(today, -1))].filter(
    (month) => concernsYear(month, coverageYear) && (latest === undefined || month > latest),
  )
