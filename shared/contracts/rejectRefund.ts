import * as z from 'zod/mini'
import { staffContract } from './contract'
import { refundNumber, rejection } from './refund'
import { refundMoved } from './staff'

/** 不予退费: the tax office or the bureau says no, at its own desk. The person may apply again. */
export const RejectRefund = staffContract({
  name: 'rejectRefund',
  request: z.object({ refundNumber, rejection }),
  reply: refundMoved,
  refusals: ['notFound', 'notAtThisDesk', 'actedAlready'],
})
