/**
 * Days of the civil calendar (Asia/Shanghai) as text `YYYY-MM-DD`, which sorts as it counts. Limits follow
 * 民法典 201–202: the first day is not counted, and a month ends on the corresponding day or the month's last.
 */
export type CivilDay = string

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

const write = (year: number, month: number, day: number): CivilDay => `${year}-${two(month)}-${two(day)}`

/** The number written by the figures from one place to another, read where they stand: a county's days are read by the million. */
function numberAt(day: CivilDay, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + day.charCodeAt(at) - 48
  return number
}

export const yearOf = (day: CivilDay): number => numberAt(day, 0, 4)
export const monthOf = (day: CivilDay): number => numberAt(day, 5, 7)
export const dayOfMonth = (day: CivilDay): number => numberAt(day, 8, 10)

/** As a Chinese text writes it: `2023年11月3日`. */
export const dayText = (day: CivilDay): string => `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日`

/** True for a day that exists: 30 February does not. */
export function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = monthOf(text)
  const day = dayOfMonth(text)
  // No calendar has a year nought.
  return yearOf(text) >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(yearOf(text), month)
}

export function addDays(day: CivilDay, count: number): CivilDay {
  let year = yearOf(day)
  let month = monthOf(day)
  let rest = dayOfMonth(day) + count
  while (rest > monthLength(year, month)) {
    rest -= monthLength(year, month)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  while (rest < 1) {
    month -= 1
    if (month < 1) [year, month] = [year - 1, 12]
    rest += monthLength(year, month)
  }
  return write(year, month, rest)
}

/** The corresponding day `count` months on, or that month's last day. */
export function addMonths(day: CivilDay, count: number): CivilDay {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return write(year, month, Math.min(dayOfMonth(day), monthLength(year, month)))
}

/** The first day of the month `count` months on; 0 is the month of `day` itself. */
export function firstOfMonth(day: CivilDay, count: number): CivilDay {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  return write(Math.floor(months / 12), (months % 12) + 1, 1)
}

/** Whole years of age (周岁): 民法典 applies, a birthday of 29 February falls on the 28th in common years. */
export function ageOn(born: CivilDay, day: CivilDay): number {
  const years = yearOf(day) - yearOf(born)
  return addMonths(born, years * 12) <= day ? years : years - 1
}

export const yearStart = (year: number): CivilDay => `${year}-01-01`
export const yearEnd = (year: number): CivilDay => `${year}-12-31`
