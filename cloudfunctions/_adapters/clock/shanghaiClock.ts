import { civilDayOf, type Clock } from '../../_ports/clock'

/** A clock in Asia/Shanghai over the machine's, or over any other source of milliseconds since 1970. */
export function shanghaiClock(milliseconds: () => number = Date.now): Clock {
  const now = () => new Date(milliseconds()).toISOString()
  return { now, today: () => civilDayOf(now()) }
}
