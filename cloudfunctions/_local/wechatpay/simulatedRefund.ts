import type { NoticeState } from './simulatedOrder'

/** What the simulated WeChat knows about one refund (退款单). Plain data, so that it can be kept as JSON. */
export interface SimulatedRefund {
  refundNumber: string
  /** WeChat's own number. */
  refundId: string
  /** Digest of the first request: the same number with another body is refused. */
  requestDigest: string
  orderNumber: string
  fen: number
  reason: string
  /** Undefined where the merchant named none: then WeChat tells nobody. */
  notifyUrl?: string
  /** Instant, UTC: the day of its row in the bill. */
  acceptedAt: string
  state: RefundState
  /** Instant, UTC, at which it left PROCESSING. */
  endedAt?: string
  notice?: { eventId: string; state: NoticeState }
}

export type RefundState = 'PROCESSING' | RefundEnd

/** 退款成功 · 退款异常 (the payer's account takes no money) · 退款关闭. */
export const refundEnds = ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const
export type RefundEnd = (typeof refundEnds)[number]
