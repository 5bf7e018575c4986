/**
 * 自动退费: money that came by our own fault goes back without anybody applying. Written in the transaction that records the
 * payment, so it cannot be forgotten; the refund job hands it to WeChat.
 */
import type { Documents } from '../_ports/store'
import type { Order, OrderFields } from '../_orders/orderRecord'
import { beginRefund } from './beginRefund'

/** What must change on the order: the sum is reserved and the lines name their refund. */
export async function beginReturn(
  documents: Documents,
  order: Order,
  lines: readonly number[],
  { cause, at }: { cause: 'late' | 'twice'; at: string },
): Promise<{ fen: number; changes: Partial<OrderFields> }> {
  const { refund, changes } = await beginRefund(documents, order, lines, {
    state: 'due',
    cause,
    reason: null,
    way: 'wechat',
    requestedBy: 'service',
    at,
  })
  return { fen: refund.fields.fen, changes }
}
