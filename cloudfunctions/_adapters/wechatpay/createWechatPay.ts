/**
 * 微信支付 API v3 behind the payment port: JSAPI orders, refunds and bills through `wechatpay-axios-plugin`;
 * callbacks verified and opened here, because the library does not.
 */
import { createPublicKey } from 'node:crypto'
import type { Payments } from '../../_ports/payments'
import { closePayment } from './closePayment'
import { createAsk } from './createAsk'
import { createClient } from './createClient'
import { createDownload } from './createDownload'
import { downloadBill } from './downloadBill'
import { openPayment } from './openPayment'
import { queryPayment } from './queryPayment'
import { queryRefund } from './queryRefund'
import { readNotification } from './readNotification'
import { refundPayment } from './refundPayment'
import { usualPatience, type WechatPayConfig, type WechatPayPatience } from './WechatPayConfig'

/**
 * @throws RangeError or the parser's error for keys that cannot work: a service with them must not start.
 */
export function createWechatPay(
  config: WechatPayConfig,
  patience: Partial<WechatPayPatience> = {},
): Payments {
  if (Buffer.byteLength(config.apiV3Key) !== 32) throw new RangeError('the APIv3 key has 32 bytes')
  const platformKeys = new Map(
    Object.entries(config.platformKeys).map(([serial, pem]) => [serial, createPublicKey(pem)]),
  )
  const client = createClient(config)
  const patient = { ...usualPatience, ...patience }
  const ask = createAsk(client, patient)
  const download = createDownload(client, config.baseUrl, patient)

  return {
    open: (request) => openPayment(ask, config, request),
    query: (orderNumber) => queryPayment(ask, config, orderNumber),
    close: (orderNumber) => closePayment(ask, config, orderNumber),
    refund: (request) => refundPayment(ask, config, request),
    queryRefund: (refundNumber) => queryRefund(ask, config, refundNumber),
    bill: (day) => downloadBill(ask, download, day),
    readNotification: (raw, now) => readNotification({ platformKeys, apiV3Key: config.apiV3Key }, raw, now),
  }
}
