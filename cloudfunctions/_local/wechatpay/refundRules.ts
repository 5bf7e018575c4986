import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import { beijingTime } from '../../_adapters/wechatpay/beijingTime'
import { parseJson } from '../../_adapters/wechatpay/parseJson'
import { refusal, type Outcome, type Shop } from './shop'
import type { SimulatedOrder } from './simulatedOrder'
import { digits } from './simulatorKeys'
import type { SimulatedRefund } from './simulatedRefund'

const fen = z.int().check(z.positive())

const RefundRequest = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*@]{1,64}$/)),
  reason: z.optional(z.string().check(z.maxLength(80))),
  notify_url: z.optional(z.url().check(z.maxLength(256))),
  amount: z.object({ refund: fen, total: fen, currency: z.literal('CNY') }),
})
type RefundRequest = z.infer<typeof RefundRequest>

/** 申请退款. The same number with the same body is the same refund, however often it is sent. */
export async function refund(
  shop: Shop,
  body: string,
  accepted: (refund: SimulatedRefund) => Promise<void>,
): Promise<Outcome> {
  const read = RefundRequest.safeParse(parseJson(body))
  if (!read.success) return refusal(400, 'PARAM_ERROR', '参数错误')
  const request = read.data
  const requestDigest = createHash('sha256').update(body).digest('hex')
  const known = shop.refunds.byNumber(request.out_refund_no)
  if (known && known.requestDigest !== requestDigest)
    return refusal(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
  if (known) return queryRefund(shop, known.refundNumber)

  const obstacle = whyNot(shop, request)
  if (obstacle) return obstacle
  const taken = newRefund(request, requestDigest, shop.now())
  await shop.refunds.put(taken)
  await accepted(taken)
  return queryRefund(shop, taken.refundNumber)
}

function whyNot(shop: Shop, { out_trade_no: orderNumber, amount }: RefundRequest): Outcome | undefined {
  const order = shop.orders.byNumber(orderNumber)
  if (!order) return refusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  if (!order.payment) return refusal(400, 'INVALID_REQUEST', '订单未支付')
  if (amount.total !== order.fen) return refusal(400, 'INVALID_REQUEST', '订单金额与支付时不一致')
  return amount.refund > order.fen - returnedFen(shop, order)
    ? refusal(400, 'INVALID_REQUEST', '申请退款金额大于订单可退金额')
    : undefined
}

/** What went back or is on its way; a closed refund gives its sum free again. */
const returnedFen = (shop: Shop, order: SimulatedOrder): number =>
  shop.refunds
    .ofOrder(order.orderNumber)
    .filter(({ state }) => state !== 'CLOSED')
    .reduce((sum, each) => sum + each.fen, 0)

function newRefund(request: RefundRequest, requestDigest: string, now: Date): SimulatedRefund {
  return {
    refundNumber: request.out_refund_no,
    refundId: `503${digits(26)}`,
    requestDigest,
    orderNumber: request.out_trade_no,
    fen: request.amount.refund,
    reason: request.reason ?? '',
    ...(request.notify_url === undefined ? {} : { notifyUrl: request.notify_url }),
    acceptedAt: now.toISOString(),
    state: 'PROCESSING',
  }
}

/** 查询单笔退款. */
export function queryRefund(shop: Shop, refundNumber: string): Outcome {
  const known = shop.refunds.byNumber(refundNumber)
  if (!known) return refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  const { payer_refund: payerRefund, ...amount } = amounts(shop, known)
  return {
    status: 200,
    body: {
      ...common(shop, known),
      channel: 'ORIGINAL',
      create_time: beijingTime(known.acceptedAt),
      status: known.state,
      funds_account: 'UNSETTLED',
      amount: {
        ...amount,
        payer_refund: payerRefund,
        settlement_refund: known.fen,
        settlement_total: amount.total,
        discount_refund: 0,
        currency: 'CNY',
        from: [],
      },
      promotion_detail: [],
    },
  }
}

/** A refund as 退款结果通知 seals it. */
export function refundNotice(shop: Shop, known: SimulatedRefund): object {
  return {
    mchid: shop.merchantId,
    ...common(shop, known),
    refund_status: known.state,
    amount: amounts(shop, known),
  }
}

function common(shop: Shop, known: SimulatedRefund) {
  return {
    out_trade_no: known.orderNumber,
    transaction_id: shop.orders.byNumber(known.orderNumber)?.payment?.transactionId,
    out_refund_no: known.refundNumber,
    refund_id: known.refundId,
    user_received_account: '支付用户零钱',
    ...(known.state === 'SUCCESS' && known.endedAt && { success_time: beijingTime(known.endedAt) }),
  }
}

function amounts(shop: Shop, known: SimulatedRefund) {
  const total = shop.orders.byNumber(known.orderNumber)?.fen ?? 0
  return { total, refund: known.fen, payer_total: total, payer_refund: known.fen }
}
