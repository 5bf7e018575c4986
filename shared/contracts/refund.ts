/** 退费, as a resident sees it. */
import * as z from 'zod/mini'
import { fen, instant } from './fields'

/**
 * `requested` waits for the tax office · `accepted` waits for the bureau · `approved` will be paid back · `onItsWay` ·
 * `arrived` · `rejected` · `byHand` WeChat could not pay it back, the finance office transfers it.
 */
export const refundStage = z.enum([
  'requested',
  'accepted',
  'approved',
  'onItsWay',
  'byHand',
  'arrived',
  'rejected',
])
export type RefundStage = z.infer<typeof refundStage>

/** One refund of one person's part of an order. */
export const refundShown = z.object({
  /** 退费单号. */
  number: z.string(),
  stage: refundStage,
  /** `late` paid after closing · `twice` enrolled already · `application` applied for. */
  cause: z.enum(['late', 'twice', 'application']),
  fen,
  /** When it last changed. */
  asOf: instant,
})
export type RefundShown = z.infer<typeof refundShown>
