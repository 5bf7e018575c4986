import * as z from 'zod/mini'
import { staffContract } from './contract'
import { counterPaymentId } from './counter'
import { refundReason, refundShown } from './refund'

/** 代申请退费: by a clerk of the town whose counter it was, or the bureau; whoever applies takes no other step of this refund. */
export const RequestRefundAtCounter = staffContract({
  name: 'requestRefundAtCounter',
  request: z.object({ paymentId: counterPaymentId, reason: refundReason }),
  reply: z.object({ refund: refundShown }),
  refusals: ['notFound', 'notNow', 'noRefund', 'refundUnstated', 'refundExists'],
})
