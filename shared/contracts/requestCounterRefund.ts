import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, residentId } from './fields'
import { refundReason, refundShown } from './refund'

/**
 * 申请退费: asks for the money that a person of the caller's family paid at a counter for one coverage year. Whether one may ask is the
 * notice's word, for this region and year. `notFound` covers people of others, whoever may not know what was paid, and years without such
 * a payment · `notNow` the counter is correcting it. Details: as `RequestRefund`.
 */
export const RequestCounterRefund = contract({
  name: 'requestCounterRefund',
  request: z.object({ residentId, coverageYear, reason: refundReason }),
  reply: z.object({ refund: refundShown }),
  refusals: ['notFound', 'notNow', 'noRefund', 'refundUnstated', 'refundExists'],
})
