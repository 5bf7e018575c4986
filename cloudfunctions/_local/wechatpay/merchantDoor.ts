import type { Context } from 'hono'
import { checkAuthorization } from './checkAuthorization'
import type { Fault, Faults } from './faults'
import { platformSignature } from './platformSignature'
import type { Outcome, Shop } from './shop'
import type { Signer, SimulatorKeys } from './simulatorKeys'

/** An outcome no rule gives: the signature was refused, or WeChat itself is in trouble. */
type Trouble = { status: 202 | 401 | 403 | 429 | 500; body: object }

export interface MerchantDoor {
  /** Answers with the platform's signature, or as the next fault says. */
  signed(context: Context, work: (body: string) => Promise<Outcome>): Promise<Response>
  /** Answers without a signature, as WeChat does where it hands out files. */
  unsigned(context: Context, work: () => Outcome | Buffer<ArrayBuffer>): Promise<Response>
}

/**
 * Where a merchant's requests come in. Every one must carry the merchant's signature; every reply carries the
 * platform's, except files and the 401, as with the real one.
 */
export function merchantDoor(shop: Shop, keys: SimulatorKeys, faults: Faults<Fault>): MerchantDoor {
  /** Any key but the platform's, under its serial. One made on the spot could take longer than the merchant waits. */
  const stranger: Signer = { serial: keys.platform.serial, privateKey: keys.merchant.privateKey }

  const isAuthorized = (context: Context, body: string) => {
    const { pathname, search } = new URL(context.req.url)
    const authorization = context.req.header('authorization')
    const request = { method: context.req.method, target: pathname + search, body, authorization }
    return checkAuthorization(request, shop.merchantId, keys.merchant)
  }

  const signedReply = (outcome: Outcome | Trouble, signer = keys.platform, at = new Date()) => {
    const body = outcome.body === undefined ? null : JSON.stringify(outcome.body)
    return new Response(body, {
      status: outcome.status,
      headers: { ...contentType, ...platformSignature(signer, body ?? '', at) },
    })
  }

  return {
    async signed(context, work) {
      const body = await context.req.text()
      if (!isAuthorized(context, body)) return plainReply(signatureRefused)
      const fault = faults.take()
      const trouble = fault && troubles[fault]
      if (trouble) return signedReply(trouble)
      const outcome = await work(body)
      if (fault === 'loseReply') return never(context.req.raw.signal)
      if (fault === 'unsigned') return plainReply(outcome)
      if (fault === 'strangerSigns') return signedReply(outcome, stranger)
      if (fault === 'staleSignature') return signedReply(outcome, keys.platform, minutesAgo(6))
      if (fault === 'otherOrder') return signedReply({ ...outcome, body: { ...outcome.body, ...another } })
      return signedReply(outcome)
    },
    async unsigned(context, work) {
      if (!isAuthorized(context, await context.req.text())) return plainReply(signatureRefused)
      const outcome = work()
      return Buffer.isBuffer(outcome)
        ? new Response(outcome, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
        : plainReply(outcome)
    },
  }
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60 * 1000)
const contentType = { 'content-type': 'application/json; charset=utf-8' }
const signatureRefused: Trouble = { status: 401, body: { code: 'SIGN_ERROR', message: '签名错误' } }
const another = { out_trade_no: 'other-order', out_refund_no: 'other-refund' }
const troubles: Partial<Record<Fault, Trouble>> = {
  systemError: { status: 500, body: { code: 'SYSTEM_ERROR', message: '系统异常' } },
  frequencyLimited: { status: 429, body: { code: 'FREQUENCY_LIMITED', message: '频率限制' } },
  userPaying: { status: 202, body: { code: 'USERPAYING', message: '用户支付中，需要输入密码' } },
  notEnough: { status: 403, body: { code: 'NOT_ENOUGH', message: '基本账户余额不足，请充值后重新发起' } },
}

function plainReply({ status, body }: Outcome | Trouble): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: contentType })
}

/** A reply that never comes: there is one only once the asker has hung up and cannot hear it. */
function never(hangUp: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    hangUp.addEventListener('abort', () => resolve(new Response(null, { status: 504 })))
  })
}
