import * as z from 'zod/mini'
import { contract } from './contract'
import { instant, orderNumber, orderState } from './fields'

/**
 * 不缴了: closes an unpaid order at WeChat and frees the person for a new one. WeChat decides: the reply may be
 * `paid` (it was paid meanwhile) or `confirming` (WeChat did not answer; nothing was freed).
 */
export const CancelPayment = contract({
  name: 'cancelPayment',
  request: z.object({ orderNumber }),
  reply: z.object({ orderNumber, state: orderState, asOf: instant }),
  refusals: ['notFound'],
})
