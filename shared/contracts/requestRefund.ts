import * as z from 'zod/mini'
import { contract } from './contract'
import { orderNumber, residentId } from './fields'
import { refundReason, refundShown } from './refund'

/**
 * 申请退费: asks for the money of one person's part of the caller's own paid order. Whether one may ask is the notice's
 * word, for this region and year. `notFound` covers people and orders of others.
 * Details: noRefund.clauses · refundUnstated.ask, .phone (where there is one) and .clauses · refundExists.refundNumber.
 */
export const RequestRefund = contract({
  name: 'requestRefund',
  request: z.object({ orderNumber, residentId, reason: refundReason }),
  reply: z.object({ refund: refundShown }),
  refusals: ['notFound', 'notPaid', 'noRefund', 'refundUnstated', 'refundExists'],
})
