import { z } from 'zod/mini'
import type { OpenedPayment, PaymentRequest } from '../../_ports/payments'
import { beijingTime } from './beijingTime'
import type { Ask } from './createAsk'
import { checkedOrderNumber } from './orderPath'
import { signInvocation } from './signInvocation'
import type { WechatPayConfig } from './WechatPayConfig'

const PrepayReply = z.object({ prepay_id: z.string().check(z.minLength(1)) })

const titleLimit = 127

/**
 * JSAPI 下单: asks WeChat to take one sum for one order number. Sending the same request again returns the
 * same order, so after `unknown` the caller repeats it unchanged.
 * @throws RangeError for a sum, title or instant no order of ours can have.
 */
export async function openPayment(
  ask: Ask,
  config: WechatPayConfig,
  request: PaymentRequest,
): Promise<OpenedPayment> {
  const answer = await ask({
    method: 'post',
    path: 'v3/pay/transactions/jsapi',
    body: prepayBody(config, request),
  })
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'error')
    return answer.code === 'ORDERPAID' ? { kind: 'alreadyPaid' } : { kind: 'refused', code: answer.code }
  const reply = PrepayReply.safeParse(answer.body)
  if (!reply.success) return { kind: 'unknown' }
  const prepayId = reply.data.prepay_id
  return { kind: 'opened', prepayId, invocation: signInvocation(config, prepayId) }
}

function prepayBody(config: WechatPayConfig, request: PaymentRequest) {
  if (!Number.isSafeInteger(request.fen) || request.fen < 1)
    throw new RangeError('a payment is a whole, positive number of fen')
  if (request.title.length === 0 || request.title.length > titleLimit)
    throw new RangeError(`an order title has 1 to ${titleLimit} characters`)
  return {
    appid: config.appId,
    mchid: config.merchantId,
    description: request.title,
    out_trade_no: checkedOrderNumber(request.orderNumber),
    time_expire: beijingTime(request.expiresAt),
    notify_url: config.notifyUrl,
    amount: { total: request.fen, currency: 'CNY' },
    payer: { openid: request.payerOpenId },
  }
}
