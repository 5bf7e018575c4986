import { createSign, randomBytes } from 'node:crypto'
import type { PaymentInvocation } from '../../_ports/payments'
import type { WechatPayConfig } from './WechatPayConfig'

/**
 * Signs what the phone hands to `wx.requestPayment` (小程序调起支付): RSA-SHA256 over app id, timestamp in
 * seconds, nonce and package, each closed by a line feed.
 */
export function signInvocation(
  config: Pick<WechatPayConfig, 'appId' | 'merchantPrivateKey'>,
  prepayId: string,
): PaymentInvocation {
  const timeStamp = String(Math.floor(Date.now() / 1000))
  const nonceStr = randomBytes(16).toString('hex')
  const prepay = `prepay_id=${prepayId}`
  const paySign = createSign('RSA-SHA256')
    .update(`${config.appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`)
    .sign(config.merchantPrivateKey, 'base64')
  return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign }
}
