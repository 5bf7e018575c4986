import type { Settings } from '../_ports/ports'

/** How long an order may be paid, and how often an hour a caller may fail to name a person. */
export const usualLimits: Pick<Settings, 'orderMinutes' | 'missesPerHour'> = {
  orderMinutes: 30,
  missesPerHour: 10,
}
