import { createSign, randomBytes } from 'node:crypto'
import type { Signer } from './simulatorKeys'

export type SignatureHeaders = Record<
  'wechatpay-nonce' | 'wechatpay-serial' | 'wechatpay-signature' | 'wechatpay-timestamp',
  string
>

/** The four headers with which WeChat Pay vouches for a body, in replies and in callbacks alike. */
export function platformSignature(signer: Signer, body: string, at: Date): SignatureHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  return {
    'wechatpay-nonce': nonce,
    'wechatpay-serial': signer.serial,
    'wechatpay-signature': createSign('RSA-SHA256')
      .update(`${timestamp}\n${nonce}\n${body}\n`)
      .sign(signer.privateKey, 'base64'),
    'wechatpay-timestamp': timestamp,
  }
}
