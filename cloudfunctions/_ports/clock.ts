import type { CivilDay } from '../../shared/rules/civilDay'

/**
 * The clock everything goes by, WeChat's signatures included. The local service may set it to another day,
 * because every county's window lies in the past.
 */
export interface Clock {
  /** Instant, UTC, ISO 8601. */
  now(): string
  /** The civil day, Asia/Shanghai, of `now`. */
  today(): CivilDay
}

/** A clock that stands still, so that what is decided in several steps is decided for one moment and one day. */
export const standingAt = (instant: string): Clock => ({
  now: () => instant,
  today: () => civilDayOf(instant),
})

const beijingOffsetMs = 8 * 3600 * 1000
const dayMs = 24 * 3600 * 1000

const inShanghai = (instant: string): string => new Date(Date.parse(instant) + beijingOffsetMs).toISOString()

/** The civil day in Asia/Shanghai (UTC+8, no summer time) of an instant. */
export const civilDayOf = (instant: string): CivilDay => inShanghai(instant).slice(0, 10)

/** An instant as a clock in Shanghai shows it: `2023-11-20 14:05:33`. */
export const shanghaiTime = (instant: string): string => inShanghai(instant).slice(0, 19).replace('T', ' ')

/** The instant at which a civil day of Asia/Shanghai is over: 00:00 of the next. */
export const endOfDay = (day: CivilDay): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs - beijingOffsetMs).toISOString()
