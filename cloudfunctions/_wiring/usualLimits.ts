import type { Settings } from '../_ports/ports'

/**
 * How long an order may be paid, and how often what may be tried. Someone who helps a whole village names people rightly,
 * which is not counted; the limit for all is several times what a county's slips of typing come to in its busiest hour.
 */
export const usualLimits: Pick<Settings, 'orderMinutes' | 'limits'> = {
  orderMinutes: 30,
  limits: {
    missesPerCaller: { atMost: 10, minutes: 60 },
    missesPerIdNumber: { atMost: 10, minutes: 60 },
    missesInAll: { atMost: 2560, minutes: 60 },
    ordersPerCaller: { atMost: 60, minutes: 60 },
    newbornsPerCaller: { atMost: 20, minutes: 1440 },
    proofsPerCaller: { atMost: 40, minutes: 1440 },
    proofsPerPerson: { atMost: 20, minutes: 1440 },
    // A whole mobile network may come from one address.
    checksPerSource: { atMost: 600, minutes: 60 },
    complaintsPerCaller: { atMost: 10, minutes: 1440 },
    staffMisses: { atMost: 30, minutes: 60 },
    schoolLists: { atMost: 30, minutes: 1440 },
  },
}
