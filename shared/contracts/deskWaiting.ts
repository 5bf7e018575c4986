import * as z from 'zod/mini'
import { complaintDesk } from './complaint'
import { staffContract } from './contract'
import { instant } from './fields'
import { refundDesk } from './staff'

/** How many wait in one queue, `more` than these or not, and since when the first of them. Never who. */
const queue = { count: z.int(), more: z.boolean(), oldest: z.nullable(instant) }

/** 等着办的: what waits at the caller's own desks. Where they only look on, nothing waits for them. */
export const DeskWaiting = staffContract({
  name: 'deskWaiting',
  request: z.object({}),
  reply: z.object({
    refunds: z.array(z.object({ desk: refundDesk, ...queue })),
    complaints: z.array(z.object({ desk: complaintDesk, ...queue })),
    /** Null where the caller reviews none. */
    proofs: z.nullable(z.object(queue)),
  }),
  refusals: [],
})
