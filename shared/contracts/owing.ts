import * as z from 'zod/mini'
import { civilDay, fen } from './fields'

/** The reasons that are the calendar's or plain to see; every other one tells something about the person. */
export const publicReasons = ['windowNotOpen', 'windowClosed', 'alreadyEnrolled'] as const
export type PublicReason = (typeof publicReasons)[number]

/**
 * What one person owes, as far as whoever acts for them may know it: nothing in it tells why. Null, or none in a list, is
 * not stated, not the same for everybody, or not the caller's business. `refused` also stands for somebody who has nothing
 * to pay: a proxy (代办人) hears 不用在这里缴 and no reason.
 */
export const owing = z.object({
  decision: z.enum(['mayEnroll', 'refused', 'undecided']),
  reasons: z.array(z.enum(publicReasons)),
  /** What is paid now, where something is. */
  dueFen: z.nullable(fen),
  standardFen: z.nullable(fen),
  /** The last day to pay. */
  deadline: z.nullable(civilDay),
  /** A text that can be read two ways keeps both days, the safest first. */
  coverageFrom: z.array(civilDay),
  coverageTo: z.array(civilDay),
  channels: z.nullable(z.array(z.string())),
  /** May be paid inside the mini-program today. */
  inAppPayment: z.boolean(),
  /** The office of the table to ask. */
  ask: z.string(),
})
export type Owing = z.infer<typeof owing>
