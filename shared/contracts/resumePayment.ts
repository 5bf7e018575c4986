import * as z from 'zod/mini'
import { contract } from './contract'
import { orderNumber } from './fields'
import { payable } from './startPayment'

/**
 * 接着付: hands out the caller's own unpaid order once more, as it was frozen, also on a phone that never kept its key.
 * `orderClosed` nobody can pay it any more · `paymentsDown` WeChat gave no answer: ask again.
 */
export const ResumePayment = contract({
  name: 'resumePayment',
  request: z.object({ orderNumber }),
  reply: payable,
  refusals: ['notFound', 'orderClosed', 'paymentsDown'],
})
