import type { Documents } from '../_ports/store'
import type { Order, OrderFields } from '../_orders/orderRecord'
import { deskOf } from './refundDesks'
import { noteStep, type Refund, type RefundFields } from './refundRecord'
import { reserve } from './reserve'

export type Beginning = Pick<RefundFields, 'state' | 'cause' | 'reason' | 'way' | 'requestedBy'> & {
  /** Instant, UTC. */
  at: string
}

/**
 * Writes a new refund of some lines, inside a transaction. Answers with what must change on the order: the sum is
 * reserved and the lines name their refund.
 */
export async function beginRefund(
  documents: Documents,
  order: Order,
  lines: readonly number[],
  { at, ...beginning }: Beginning,
): Promise<{ refund: Refund; changes: Partial<OrderFields> }> {
  const { transactionId, region, coverageYear } = order.fields
  if (transactionId === null) throw new Error(`order ${order.id} was never paid`)
  const { refundNumber, fen, changes } = reserve(order, lines)
  const fields: RefundFields = {
    ...beginning,
    desk: deskOf(beginning),
    rejection: null,
    orderNumber: order.id,
    transactionId,
    counterPayment: null,
    region,
    coverageYear,
    lines: [...lines],
    fen,
    acceptedBy: null,
    decidedBy: null,
    transferredBy: null,
    confirmedBy: null,
    requestedAt: at,
    changedAt: at,
    arrivedAt: null,
    wechatRefundId: null,
    voucher: null,
  }
  const refund: Refund = { id: refundNumber, revision: 1, fields }
  await documents.insert('refunds', refundNumber, fields)
  await noteStep(documents, refund, { step: 'begun', actor: beginning.requestedBy })
  return { refund, changes }
}
