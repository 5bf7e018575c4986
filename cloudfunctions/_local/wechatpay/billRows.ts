import { civilDayOf } from '../../_ports/clock'
import type { CivilDay } from '../../../shared/rules/civilDay'
import { digits } from './simulatorKeys'
import type { Shop } from './shop'
import type { SimulatedOrder } from './simulatedOrder'
import type { SimulatedRefund } from './simulatedRefund'

/** A row of 交易账单: a payment, or the refund of one. */
export interface TradeRow {
  /** Instant, UTC. */
  at: string
  order: SimulatedOrder
  fen: number
  refund?: SimulatedRefund
}

/** Payments by the day they succeeded, refunds by the day they were accepted, in the order of their time. */
export function tradeRows(shop: Shop, day: CivilDay): TradeRow[] {
  return inTime([...payments(shop), ...refunds(shop)].filter(({ at }) => civilDayOf(at) === day))
}

const payments = (shop: Shop): TradeRow[] =>
  shop.orders
    .all()
    .flatMap((order) => (order.payment ? [{ at: order.payment.paidAt, order, fen: order.fen }] : []))

const refunds = (shop: Shop): TradeRow[] =>
  shop.refunds.all().flatMap((refund) => {
    const order = shop.orders.byNumber(refund.orderNumber)
    return order ? [{ at: refund.acceptedAt, order, fen: refund.fen, refund }] : []
  })

const inTime = (rows: TradeRow[]): TradeRow[] =>
  rows.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))

/** A payment nobody here knows, at noon of that day. */
export function strangerRow(shop: Shop, day: CivilDay): TradeRow {
  const at = `${day}T04:00:00.000Z`
  const order: SimulatedOrder = {
    orderNumber: `stranger-${digits(12)}`,
    prepayId: '',
    requestDigest: '',
    appId: shop.appId,
    merchantId: shop.merchantId,
    payerOpenId: 'o-stranger',
    title: '不认识的一笔',
    fen: 12345,
    notifyUrl: '',
    expiresAt: at,
    state: 'SUCCESS',
    payment: { transactionId: `42${digits(26)}`, paidAt: at },
  }
  return { at, order, fen: order.fen }
}
