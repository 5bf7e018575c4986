import type { Documents } from '../_ports/store'
import type { Order, OrderFields } from '../_orders/orderRecord'
import type { Refund } from './refundRecord'
import { reserve } from './reserve'
import { writeRefund, type Beginning } from './writeRefund'

/**
 * Writes a new refund of some lines, inside a transaction. Answers with what must change on the order: the sum is
 * reserved and the lines name their refund.
 */
export async function beginRefund(
  documents: Documents,
  order: Order,
  lines: readonly number[],
  beginning: Beginning,
): Promise<{ refund: Refund; changes: Partial<OrderFields> }> {
  const { transactionId, region, coverageYear } = order.fields
  if (transactionId === null) throw new Error(`order ${order.id} was never paid`)
  const { refundNumber, fen, changes } = reserve(order, lines)
  const refund = await writeRefund(documents, refundNumber, beginning, {
    orderNumber: order.id,
    transactionId,
    counterPayment: null,
    region,
    coverageYear,
    lines: [...lines],
    fen,
  })
  return { refund, changes }
}
