/** WeChat Pay as the payment port sees it, without a network: it remembers, answers late, and writes true bills. */
import { createHash } from 'node:crypto'
import type { BillRow } from '../../cloudfunctions/_days/readBill'
import { civilDayOf } from '../../cloudfunctions/_ports/clock'
import type {
  DownloadedBill,
  Payments,
  RawNotification,
  SettledPayment,
  StatedRefund,
} from '../../cloudfunctions/_ports/payments'
import { writeBill } from '../cloudfunctions/days/writeBill'

export const shop = { merchantId: '1900000000', appId: 'wx0000000000000000' } as const

const hand = {
  byteOrderMark: true,
  newline: '\r\n',
  lastNewline: true,
  quoted: 'no',
  title: '城乡居民医保',
} as const

interface Order {
  fen: number
  payment?: SettledPayment
  /** Milliseconds before which nobody hears of it. */
  silentUntil: number
}

/** How a day's bill comes: late in the evening, damaged or cut short when it is first asked for, or as it should. */
export type BillFate = 'late' | 'damaged' | 'short' | 'plain'

export function scriptedWechat(now: () => number, billFateOf: (day: string) => BillFate) {
  const orders = new Map<string, Order>()
  const refunds = new Map<string, { stated: StatedRefund; arrivesAt: number }>()
  const rows = new Map<string, BillRow[]>()
  const asked = new Map<string, number>()
  let transactions = 0

  const bill = (row: BillRow): void => {
    const day = civilDayOf(row.at)
    rows.set(day, [...(rows.get(day) ?? []), row])
  }
  const heard = (number: string): SettledPayment | 'silent' | undefined => {
    const order = orders.get(number)
    if (order?.payment && order.silentUntil > now()) return 'silent'
    return order?.payment
  }
  const refundNow = (number: string): StatedRefund | undefined => {
    const refund = refunds.get(number)
    if (!refund) return undefined
    if (now() < refund.arrivesAt) return refund.stated
    return { ...refund.stated, status: 'succeeded', succeededAt: new Date(refund.arrivesAt).toISOString() }
  }

  const payments: Payments = {
    async open({ orderNumber, fen }) {
      orders.set(orderNumber, orders.get(orderNumber) ?? { fen, silentUntil: 0 })
      const invocation = {
        timeStamp: '',
        nonceStr: '',
        package: `prepay_id=${orderNumber}`,
        signType: 'RSA',
        paySign: '',
      } as const
      return { kind: 'opened', prepayId: orderNumber, invocation }
    },
    async query(number) {
      const payment = heard(number)
      if (payment === 'silent') return { kind: 'unknown' }
      return payment ? { kind: 'paid', payment } : { kind: 'notPaid' }
    },
    async close(number) {
      const payment = heard(number)
      if (payment === 'silent') return 'unknown'
      return payment ? 'paid' : 'closed'
    },
    async refund({ refundNumber, orderNumber, fen, paidFen }) {
      const known = refundNow(refundNumber)
      const payment = orders.get(orderNumber)?.payment
      if (known) return { kind: 'accepted', refund: known }
      if (!payment) return { kind: 'refused', code: 'ORDER_NOT_EXIST' }
      const stated: StatedRefund = {
        refundNumber,
        orderNumber,
        transactionId: payment.transactionId,
        wechatRefundId: `50${String(refunds.size).padStart(26, '0')}`,
        fen,
        paidFen,
        merchantId: shop.merchantId,
        status: 'processing',
        succeededAt: null,
      }
      refunds.set(refundNumber, { stated, arrivesAt: now() + 3600_000 })
      bill({
        kind: 'refund',
        at: new Date(now()).toISOString(),
        orderNumber,
        transactionId: payment.transactionId,
        fen,
        ...shop,
        refundNumber,
        wechatRefundId: stated.wechatRefundId,
        refundStatus: 'PROCESSING',
      })
      return { kind: 'accepted', refund: stated }
    },
    async queryRefund(number) {
      const refund = refundNow(number)
      return refund ? { kind: 'known', refund } : { kind: 'absent' }
    },
    async bill(day): Promise<DownloadedBill> {
      const fate = billFateOf(day)
      const times = asked.get(day) ?? 0
      asked.set(day, times + 1)
      if (fate === 'late' && now() < Date.parse(`${day}T00:00:00+08:00`) + 42.5 * 3600_000)
        return { kind: 'notYet' }
      if (fate === 'damaged' && times === 0) return { kind: 'damaged' }
      const billed = rows.get(day)
      if (!billed) return { kind: 'empty' }
      const whole = writeBill('ALL', billed, hand)
      const text = fate === 'short' && times < 2 ? whole.slice(0, -40) : whole
      return { kind: 'bill', text, sha1: createHash('sha1').update(text).digest('hex') }
    },
    readNotification: ({ body }) => JSON.parse(body) as ReturnType<Payments['readNotification']>,
  }

  return {
    payments,
    /** The payer pays now; the callback that WeChat would send. */
    pay(orderNumber: string, silentUntil = 0): RawNotification {
      const order = orders.get(orderNumber)
      if (!order) throw new Error(`WeChat has no order ${orderNumber}`)
      transactions += 1
      const transactionId = `42${String(transactions).padStart(26, '0')}`
      const paidAt = `${new Date(now()).toISOString().slice(0, 19)}Z`
      const payment: SettledPayment = { orderNumber, transactionId, fen: order.fen, ...shop, paidAt }
      orders.set(orderNumber, { ...order, payment, silentUntil })
      bill({ kind: 'payment', at: paidAt, orderNumber, transactionId, fen: order.fen, ...shop })
      return {
        body: JSON.stringify({ kind: 'paid', eventId: `event-${transactions}`, payment }),
        headers: {},
      }
    },
  }
}
