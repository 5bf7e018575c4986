import * as z from 'zod/mini'
import { staffContract } from './contract'
import { refundNumber } from './refund'
import { refundMoved } from './staff'

/** 确认到账: another person of the finance office confirms that the transfer has arrived. */
export const ConfirmTransfer = staffContract({
  name: 'confirmTransfer',
  request: z.object({ refundNumber }),
  reply: refundMoved,
  refusals: ['notFound', 'notAtThisDesk', 'actedAlready'],
})
