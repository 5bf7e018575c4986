import type { CivilDay } from '../../shared/rules/civilDay'

/**
 * The clock. Instants are UTC, ISO 8601. The local service can be set to another day, because every county's
 * window lies in the past: then `serviceTime` shifts, and `now` still is what WeChat and certificates go by.
 */
export interface Clock {
  /** The world's instant. */
  now(): string
  /** An instant of the world as this service counts it; in production the same instant. */
  serviceTime(worldInstant: string): string
  /** The service's civil day, Asia/Shanghai. */
  today(): CivilDay
}

const beijingOffsetMs = 8 * 3600 * 1000

/** The civil day in Asia/Shanghai (UTC+8, no summer time) of an instant. */
export const civilDayOf = (instant: string): CivilDay =>
  new Date(Date.parse(instant) + beijingOffsetMs).toISOString().slice(0, 10)

/** The instant of the service right now. */
export const serviceNow = (clock: Clock): string => clock.serviceTime(clock.now())
