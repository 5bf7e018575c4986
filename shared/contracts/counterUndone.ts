/** What undid a payment at a counter: 已撤 the same day, 已冲销 after its day was added up, 已退 the money went back; when, and why. */
import * as z from 'zod/mini'
import { withdrawalReason } from './counter'
import { civilDay } from './fields'
import { refundReason } from './refund'

export const counterUndone = z.discriminatedUnion('how', [
  z.object({ how: z.literal('withdrawn'), on: civilDay, reason: withdrawalReason }),
  z.object({ how: z.literal('reversed'), on: civilDay, reason: withdrawalReason }),
  z.object({ how: z.literal('refunded'), on: civilDay, reason: z.nullable(refundReason) }),
])
export type CounterUndone = z.infer<typeof counterUndone>
