import * as z from 'zod/mini'
import { staffContract } from './contract'
import { refundNumber } from './refund'
import { refundMoved } from './staff'

/** 税务受理: the tax office takes an application in. */
export const AcceptRefund = staffContract({
  name: 'acceptRefund',
  request: z.object({ refundNumber }),
  reply: refundMoved,
  refusals: ['notFound', 'notAtThisDesk', 'actedAlready'],
})
