import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import { beijingTime } from '../../_adapters/wechatpay/beijingTime'
import { parseJson } from '../../_adapters/wechatpay/parseJson'
import { refusal, type Outcome, type Shop } from './shop'
import { moved, unpayable, type SimulatedOrder } from './simulatedOrder'
import { digits } from './simulatorKeys'

const PrepayRequest = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().check(z.minLength(1), z.maxLength(127)),
  out_trade_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*]{6,32}$/)),
  time_expire: z.optional(z.iso.datetime({ offset: true })),
  notify_url: z.url().check(z.maxLength(255)),
  amount: z.object({ total: z.int().check(z.positive()), currency: z.optional(z.literal('CNY')) }),
  payer: z.object({ openid: z.string().check(z.minLength(1), z.maxLength(128)) }),
})

const minuteMs = 60 * 1000
const weekMs = 7 * 24 * 60 * minuteMs

/** JSAPI 下单. The same number with the same body is the same order, however often it is sent. */
export async function prepay(shop: Shop, body: string): Promise<Outcome> {
  const request = PrepayRequest.safeParse(parseJson(body))
  if (!request.success) return refusal(400, 'PARAM_ERROR', '参数错误')
  if (request.data.appid !== shop.appId || request.data.mchid !== shop.merchantId)
    return refusal(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配')

  const known = shop.orders.byNumber(request.data.out_trade_no)
  if (known) return repeated(known, digest(body), shop.now())
  const order = newOrder(request.data, digest(body), shop.now())
  await shop.orders.put(order)
  return { status: 200, body: { prepay_id: order.prepayId } }
}

function repeated(order: SimulatedOrder, requestDigest: string, now: Date): Outcome {
  const obstacle = unpayable(order, now)
  if (obstacle === 'paid') return refusal(400, 'ORDERPAID', '该订单已支付')
  if (obstacle === 'closed') return refusal(400, 'ORDER_CLOSED', '该订单已关闭')
  if (order.requestDigest !== requestDigest)
    return refusal(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
  if (obstacle === 'expired') return refusal(400, 'INVALID_REQUEST', '订单已过支付结束时间')
  return { status: 200, body: { prepay_id: order.prepayId } }
}

/** WeChat gives every order at least a minute, and a week if the merchant names no end. */
function newOrder(request: z.infer<typeof PrepayRequest>, requestDigest: string, now: Date): SimulatedOrder {
  const wished = request.time_expire === undefined ? now.getTime() + weekMs : Date.parse(request.time_expire)
  return {
    orderNumber: request.out_trade_no,
    prepayId: `wx${digits(32)}`,
    requestDigest,
    appId: request.appid,
    merchantId: request.mchid,
    payerOpenId: request.payer.openid,
    title: request.description,
    fen: request.amount.total,
    notifyUrl: request.notify_url,
    expiresAt: new Date(Math.max(wished, now.getTime() + minuteMs)).toISOString(),
    state: 'NOTPAY',
  }
}

/** 商户订单号查询. An order that was refunded, even in part, is in state REFUND (转入退款) and still tells its payment. */
export function query(shop: Shop, orderNumber: string, merchantId: string | undefined): Outcome {
  if (merchantId !== shop.merchantId) return refusal(400, 'PARAM_ERROR', '参数错误')
  const order = shop.orders.byNumber(orderNumber)
  if (!order) return refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  const isRefunded = shop.refunds.ofOrder(orderNumber).length > 0
  return { status: 200, body: transaction(order, isRefunded ? 'REFUND' : order.state) }
}

/** 关闭订单: 204 also for a number that is closed already or that WeChat never had, as the real one does. */
export async function close(shop: Shop, orderNumber: string): Promise<Outcome> {
  const order = shop.orders.byNumber(orderNumber)
  if (order?.state === 'SUCCESS') return refusal(400, 'ORDERPAID', '该订单已支付')
  if (order?.state === 'NOTPAY') await shop.orders.put(moved(order, 'CLOSED'))
  return { status: 204 }
}

const stateTexts = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
}

/** An order as WeChat writes it in a query's reply and, sealed, in a callback. */
export function transaction(order: SimulatedOrder, state: SimulatedOrder['state'] | 'REFUND'): object {
  return {
    appid: order.appId,
    mchid: order.merchantId,
    out_trade_no: order.orderNumber,
    trade_state: state,
    trade_state_desc: stateTexts[state],
    payer: { openid: order.payerOpenId },
    amount: { total: order.fen, payer_total: order.fen, currency: 'CNY', payer_currency: 'CNY' },
    ...(order.payment && {
      transaction_id: order.payment.transactionId,
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      success_time: beijingTime(order.payment.paidAt),
    }),
  }
}

const digest = (body: string) => createHash('sha256').update(body).digest('hex')
