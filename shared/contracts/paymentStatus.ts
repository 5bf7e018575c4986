import * as z from 'zod/mini'
import { contract } from './contract'
import { fen, instant, orderNumber, orderState } from './fields'

/** 付好了没有: the server's word on an order; asks WeChat while it is not settled. Another caller's order is `notFound`. */
export const PaymentStatus = contract({
  name: 'paymentStatus',
  request: z.object({ orderNumber }),
  reply: z.object({ orderNumber, state: orderState, fen, asOf: instant, paidAt: z.nullable(instant) }),
  refusals: ['notFound'],
})
