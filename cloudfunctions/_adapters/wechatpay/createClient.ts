import Wechatpay from 'wechatpay-axios-plugin/lib/wechatpay'
import type { WechatPayConfig } from './WechatPayConfig'

/** The library's client, set so that it verifies every reply and follows none elsewhere. */
export function createClient(config: WechatPayConfig) {
  const publicKeyId = Object.keys(config.platformKeys).find((serial) => serial.startsWith('PUB_KEY_ID_'))
  return new Wechatpay({
    mchid: config.merchantId,
    serial: config.merchantSerial,
    privateKey: config.merchantPrivateKey,
    certs: { ...config.platformKeys },
    baseURL: config.baseUrl,
    // The library verifies only replies it counts as valid; an ORDERPAID that nobody signed must not pass.
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: 256 * 1024,
    proxy: false,
    // Asks WeChat to sign with the key we hold while a merchant moves from certificates to 微信支付公钥.
    headers: publicKeyId === undefined ? {} : { 'Wechatpay-Serial': publicKeyId },
  }).client
}

export type WechatPayClient = ReturnType<typeof createClient>
