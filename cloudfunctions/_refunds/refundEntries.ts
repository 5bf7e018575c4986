/** What a refund writes into the ledger (账本): once when it is owed, once when it has arrived. */
import type { EntryFields, Posting } from '../_ledger/ledgerRecord'
import type { Order } from '../_orders/orderRecord'
import { civilDayOf } from '../_ports/clock'
import type { StatedRefund } from '../_ports/payments'
import type { Refund } from './refundRecord'

/** Approved (审核通过): nobody's fee any more, and not back yet. A pair of postings for each person. */
export const owedEntry = (refund: Refund, order: Order, at: string): EntryFields => ({
  ...common(refund, order, at),
  kind: 'owe',
  postings: peopleIn(refund, order).flatMap(({ residentId, fen }): Posting[] => [
    { account: 'contributions', fen, residentId },
    { account: 'toReturn', fen: -fen, residentId },
  ]),
})

/** Arrived (到账): paid back by WeChat, or by the finance office's transfer. */
export const arrivedEntry = (
  refund: Refund,
  order: Order,
  { at, from }: { at: string; from: 'wechat' | 'treasury' },
): EntryFields => ({
  ...common(refund, order, at),
  kind: 'refund',
  postings: [
    ...peopleIn(refund, order).map(({ residentId, fen }): Posting => ({
      account: 'toReturn',
      fen,
      residentId,
    })),
    { account: from, fen: -refund.fields.fen, residentId: null },
  ],
})

/** WeChat paid back what it was not to pay: it is gone from there, and a person decides what becomes of it. */
export const excessEntry = (
  stated: StatedRefund,
  region: string | null,
  { at, recordedAt }: { at: string; recordedAt: string },
): EntryFields => ({
  kind: 'excess',
  region,
  day: civilDayOf(at),
  at,
  recordedAt,
  orderNumber: stated.orderNumber,
  transactionId: stated.transactionId,
  refundNumber: stated.refundNumber,
  postings: [
    { account: 'suspense', fen: stated.fen, residentId: null },
    { account: 'wechat', fen: -stated.fen, residentId: null },
  ],
})

const peopleIn = ({ fields }: Refund, order: Order) =>
  order.fields.lines.filter((_line, index) => fields.lines.includes(index))

/** Everything here is written with the step that changed the refund. */
const common = ({ id, fields }: Refund, order: Order, at: string) => {
  const { region, changedAt } = fields
  const { transactionId } = order.fields
  if (transactionId === null) throw new Error(`order ${order.id} was never paid`)
  return {
    region,
    day: civilDayOf(at),
    at,
    recordedAt: changedAt,
    orderNumber: order.id,
    transactionId,
    refundNumber: id,
  }
}
