import * as z from 'zod/mini'
import { staffContract } from './contract'
import { refundNumber } from './refund'
import { refundMoved, refundWay } from './staff'

/**
 * 医保审核: the bureau agrees and says which way the money goes back. Where the notice states the way, another one is
 * `wayStated`, with .way and .clauses.
 */
export const ApproveRefund = staffContract({
  name: 'approveRefund',
  request: z.object({ refundNumber, way: refundWay }),
  reply: refundMoved,
  refusals: ['notFound', 'notAtThisDesk', 'actedAlready', 'wayStated'],
})
