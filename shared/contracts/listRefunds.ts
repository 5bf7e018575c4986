import * as z from 'zod/mini'
import { staffContract } from './contract'
import { citedNotice } from './fields'
import { refundDesk, refundOnDesk } from './staff'

/** 待办退费: the refunds that wait at a desk of the caller's role, the oldest first, a page at a time. */
export const ListRefunds = staffContract({
  name: 'listRefunds',
  request: z.object({ desk: refundDesk, cursor: z.optional(z.string()) }),
  reply: z.object({
    refunds: z.array(refundOnDesk),
    cursor: z.optional(z.string()),
    /** Those that state the ways back. */
    notices: z.array(citedNotice),
  }),
  refusals: [],
})
