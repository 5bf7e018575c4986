import type { BillRow } from '../../../cloudfunctions/_days/readBill'
import type { DownloadedBill, SettledPayment } from '../../../cloudfunctions/_ports/payments'
import { writeBill, type Hand } from '../../cloudfunctions/days/writeBill'
import { dayInShanghai } from '../invariants/dayInShanghai'
import type { AcceptedRefund } from './refundDesk'
import { appId, merchantId } from './wechatOrder'

const plain: Hand = {
  byteOrderMark: true,
  newline: '\r\n',
  lastNewline: true,
  quoted: 'no',
  title: '城乡居民医保',
}

const hourMs = 3600_000

/** WeChat's bill of one day: there from ten o'clock of the next one on. */
export function tradeBill(
  payments: Iterable<SettledPayment>,
  refunds: Iterable<AcceptedRefund>,
  day: string,
  now: number,
): DownloadedBill {
  if (dayInShanghai(new Date(now - 10 * hourMs).toISOString()) <= day) return { kind: 'notYet' }
  const rows = [
    ...[...payments].filter((one) => one.merchantId === merchantId).map(paymentRow),
    ...[...refunds].filter((one) => one.merchantId === merchantId).map(refundRow),
  ].filter(({ at }) => dayInShanghai(at) === day)
  if (rows.length === 0) return { kind: 'empty' }
  const text = writeBill('ALL', rows, plain)
  return { kind: 'bill', text, sha1: `sha1 of ${rows.length} rows of ${day}` }
}

const paymentRow = ({ paidAt, ...payment }: SettledPayment): BillRow => ({
  kind: 'payment',
  at: paidAt,
  ...payment,
})

/** As it stood at the end of its day: later news is not in it. */
const refundRow = (refund: AcceptedRefund): BillRow => ({
  kind: 'refund',
  at: refund.acceptedAt,
  orderNumber: refund.orderNumber,
  transactionId: refund.transactionId,
  fen: refund.fen,
  merchantId: refund.merchantId,
  appId,
  refundNumber: refund.refundNumber,
  wechatRefundId: refund.wechatRefundId,
  refundStatus:
    refund.succeededAt !== null && dayInShanghai(refund.succeededAt) === dayInShanghai(refund.acceptedAt)
      ? 'SUCCESS'
      : 'PROCESSING',
})
