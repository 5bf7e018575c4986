import type { RefundRequest, StatedRefund, SubmittedRefund } from '../../_ports/payments'
import type { Ask } from './createAsk'
import { checkedOrderNumber } from './orderPath'
import { checkedRefundNumber, refundsPath } from './refundPath'
import { repliedRefund } from './statedRefund'
import type { WechatPayConfig } from './WechatPayConfig'

const reasonLimit = 80

/**
 * Codes that end nothing: no money at hand, or our own signature refused, which nobody signs and which a repaired
 * key would cure. A refund given up because of either would be money nobody gets back.
 */
const passingCodes = new Set(['NOT_ENOUGH', 'NOTENOUGH', 'SIGN_ERROR'])

/**
 * 申请退款: asks WeChat to send a sum of one paid order back the way it came. Sending the same request again is
 * the same refund, so after `unknown` the caller repeats it unchanged.
 * @throws RangeError for a number, sum or reason no refund of ours can have.
 */
export async function refundPayment(
  ask: Ask,
  config: WechatPayConfig,
  request: RefundRequest,
): Promise<SubmittedRefund> {
  const answer = await ask({ method: 'post', path: refundsPath, body: refundBody(config, request) })
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'error')
    return passingCodes.has(answer.code) ? { kind: 'unknown' } : { kind: 'refused', code: answer.code }
  const refund = repliedRefund(answer, config.merchantId)
  return refund && isAsked(refund, request) ? { kind: 'accepted', refund } : { kind: 'unknown' }
}

const isAsked = (refund: StatedRefund, request: RefundRequest): boolean =>
  refund.refundNumber === request.refundNumber &&
  refund.orderNumber === request.orderNumber &&
  refund.fen === request.fen &&
  refund.paidFen === request.paidFen

function refundBody(config: WechatPayConfig, request: RefundRequest) {
  const { fen, paidFen, reason } = request
  if (!Number.isSafeInteger(fen) || !Number.isSafeInteger(paidFen) || fen < 1 || fen > paidFen)
    throw new RangeError('a refund is a whole, positive number of fen and no more than was paid')
  if (reason.length === 0 || reason.length > reasonLimit)
    throw new RangeError(`a reason for a refund has 1 to ${reasonLimit} characters`)
  return {
    out_trade_no: checkedOrderNumber(request.orderNumber),
    out_refund_no: checkedRefundNumber(request.refundNumber),
    reason,
    notify_url: config.notifyUrl,
    amount: { refund: fen, total: paidFen, currency: 'CNY' },
  }
}
