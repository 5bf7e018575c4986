import { createPublicKey, createVerify } from 'node:crypto'
import { z } from 'zod/mini'
import type { Signer } from './simulatorKeys'

const scheme = 'WECHATPAY2-SHA256-RSA2048 '
const toleranceSeconds = 300

const Token = z.object({
  mchid: z.string(),
  serial_no: z.string(),
  nonce_str: z.string(),
  timestamp: z.string().check(z.regex(/^\d{1,12}$/)),
  signature: z.string(),
})

export interface SignedRequest {
  method: string
  /** Path and query, exactly as sent. */
  target: string
  body: string
  authorization: string | undefined
}

/** Whether our merchant really signed this request (请求签名), by the clock of this machine. */
export function checkAuthorization(request: SignedRequest, merchantId: string, merchant: Signer): boolean {
  const token = Token.safeParse(readToken(request.authorization))
  if (!token.success) return false
  const { mchid, serial_no: serial, nonce_str: nonce, timestamp, signature } = token.data
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= toleranceSeconds
  if (mchid !== merchantId || serial !== merchant.serial || !isFresh) return false
  return createVerify('RSA-SHA256')
    .update(`${request.method}\n${request.target}\n${timestamp}\n${nonce}\n${request.body}\n`)
    .verify(createPublicKey(merchant.privateKey), signature, 'base64')
}

function readToken(authorization: string | undefined): Record<string, string> | undefined {
  if (!authorization?.startsWith(scheme)) return undefined
  const pairs = authorization.slice(scheme.length).matchAll(/([a-z_]+)="([^"]*)"/g)
  return Object.fromEntries(Array.from(pairs, ([, name = '', value = '']) => [name, value] as const))
}
