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

const beijingOffsetMs = 8 * 3600 * 1000

/** The civil day in Asia/Shanghai (UTC+8, no summer time) of an instant. */
export const civilDayOf = (instant: string): CivilDay =>
  new Date(Date.parse(instant) + beijingOffsetMs).toISOString().slice(0, 10)
