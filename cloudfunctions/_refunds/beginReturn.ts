/**
 * 自动退费: money that came by our own fault goes back without anybody applying. Written in the transaction that records the
 * payment, so it cannot be forgotten; the refund job hands it to WeChat.
 */
import type { Documents } from '../_ports/store'
import type { Order, OrderFields } from '../_orders/orderRecord'
import type { RefundFields } from './refundRecord'
import { reserve } from './reserve'

/** What must change on the order: the sum is reserved and the lines name their refund. */
export async function beginReturn(
  documents: Documents,
  order: Order,
  lines: readonly number[],
  { cause, at }: { cause: 'late' | 'twice'; at: string },
): Promise<{ fen: number; changes: Partial<OrderFields> }> {
  const { refundNumber, fen, changes } = reserve(order, lines)
  const fields: RefundFields = {
    ...emptyRefund(order, lines, fen, at),
    state: 'due',
    cause,
    reason: null,
    way: 'wechat',
    requestedBy: 'service',
  }
  await documents.insert('refunds', refundNumber, fields)
  return { fen, changes }
}

/** What every refund begins with. */
export function emptyRefund(order: Order, lines: readonly number[], fen: number, at: string) {
  const { transactionId, region, coverageYear } = order.fields
  if (transactionId === null) throw new Error(`order ${order.id} was never paid`)
  return {
    orderNumber: order.id,
    transactionId,
    region,
    coverageYear,
    lines: [...lines],
    fen,
    acceptedBy: null,
    decidedBy: null,
    transferredBy: null,
    requestedAt: at,
    changedAt: at,
    arrivedAt: null,
    wechatRefundId: null,
    voucher: null,
  }
}
