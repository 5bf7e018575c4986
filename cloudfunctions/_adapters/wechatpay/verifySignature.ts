import { createVerify, type KeyObject } from 'node:crypto'
import { z } from 'zod/mini'
import type { RawNotification } from '../../_ports/payments'

/** How far WeChat's clock and ours may lie apart, in milliseconds (签名验证). */
const toleranceMs = 300 * 1000

/** WeChat sends callbacks with this mark and a wrong signature, to see whether we check (签名探测流量). */
const probeMark = 'WECHATPAY/SIGNTEST/'

const SignatureHeaders = z.object({
  'wechatpay-signature': z.string().check(z.minLength(1)),
  'wechatpay-serial': z.string().check(z.minLength(1)),
  'wechatpay-timestamp': z.string().check(z.regex(/^\d{1,12}$/)),
  'wechatpay-nonce': z.string().check(z.minLength(1)),
})

export type SignatureVerdict = 'genuine' | 'malformed' | 'stale' | 'serial' | 'signature'

/**
 * Whether WeChat signed this very body within five minutes of `now`. Keys lie in a Map, so a serial such as
 * `__proto__` finds nothing.
 */
export function verifySignature(
  raw: RawNotification,
  platformKeys: ReadonlyMap<string, KeyObject>,
  now: string,
): SignatureVerdict {
  const read = SignatureHeaders.safeParse(raw.headers)
  if (!read.success) return 'malformed'
  const headers = read.data
  const timestamp = headers['wechatpay-timestamp']
  const signature = headers['wechatpay-signature']

  if (signature.startsWith(probeMark)) return 'signature'
  const isFresh = Math.abs(Date.parse(now) - Number(timestamp) * 1000) <= toleranceMs
  if (!isFresh) return 'stale'
  const key = platformKeys.get(headers['wechatpay-serial'])
  if (!key) return 'serial'

  const isGenuine = createVerify('RSA-SHA256')
    .update(`${timestamp}\n${headers['wechatpay-nonce']}\n${raw.body}\n`)
    .verify(key, signature, 'base64')
  return isGenuine ? 'genuine' : 'signature'
}
