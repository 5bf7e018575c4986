import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, fen, instant, orderNumber, orderState, residentId } from './fields'

/** 付好了没有: the server's word on an order; asks WeChat while it is not settled. Another caller's order is `notFound`. */
export const PaymentStatus = contract({
  name: 'paymentStatus',
  request: z.object({ orderNumber }),
  reply: z.object({
    orderNumber,
    state: orderState,
    fen,
    /** Whom it is for. */
    people: z.array(z.object({ residentId, name: z.string() })),
    coverageYear,
    asOf: instant,
    paidAt: z.nullable(instant),
  }),
  refusals: ['notFound'],
})
