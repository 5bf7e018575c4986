import { civilDayOf, type Clock } from '../../_ports/clock'

/** The machine's clock, read in Asia/Shanghai. */
export const shanghaiClock: Clock = {
  now: () => new Date().toISOString(),
  serviceTime: (worldInstant) => worldInstant,
  today: () => civilDayOf(new Date().toISOString()),
}
