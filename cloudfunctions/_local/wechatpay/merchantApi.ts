import { Hono, type Context } from 'hono'
import { checkAuthorization } from './checkAuthorization'
import type { Fault, Faults } from './faults'
import type { Refunds } from './createRefunds'
import { close, prepay, query } from './orderRules'
import { platformSignature } from './platformSignature'
import { queryRefund, refund } from './refundRules'
import type { Outcome, Shop } from './shop'
import { makeSigner, type Signer, type SimulatorKeys } from './simulatorKeys'

/** An outcome no order rule gives: the signature was refused, or WeChat itself is in trouble. */
type Trouble = { status: 202 | 401 | 403 | 429 | 500; body: object }

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60 * 1000)

/**
 * The part of WeChat Pay API v3 that a merchant calls. Every request must carry the merchant's signature;
 * every reply carries the platform's, except the 401, as with the real one.
 */
export function merchantApi(shop: Shop, keys: SimulatorKeys, refunds: Refunds, faults: Faults): Hono {
  let stranger: Signer | undefined
  const serve = async (context: Context, work: (body: string) => Promise<Outcome>): Promise<Response> => {
    const body = await context.req.text()
    if (!isAuthorized(context, body)) return plainReply(signatureRefused)
    const fault = faults.take()
    const trouble = fault && troubles[fault]
    if (trouble) return signedReply(trouble)
    const outcome = await work(body)
    if (fault === 'loseReply') return never(context.req.raw.signal)
    if (fault === 'unsigned') return plainReply(outcome)
    if (fault === 'strangerSigns')
      return signedReply(outcome, (stranger ??= makeSigner(keys.platform.serial)))
    if (fault === 'staleSignature') return signedReply(outcome, keys.platform, minutesAgo(6))
    if (fault === 'otherOrder') return signedReply({ ...outcome, body: { ...outcome.body, ...another } })
    return signedReply(outcome)
  }

  const isAuthorized = (context: Context, body: string) => {
    const { pathname, search } = new URL(context.req.url)
    const authorization = context.req.header('authorization')
    const signed = { method: context.req.method, target: pathname + search, body, authorization }
    return checkAuthorization(signed, shop.merchantId, keys.merchant)
  }

  const signedReply = (outcome: Outcome | Trouble, signer = keys.platform, at = new Date()) => {
    const body = outcome.body === undefined ? null : JSON.stringify(outcome.body)
    return new Response(body, {
      status: outcome.status,
      headers: { ...contentType, ...platformSignature(signer, body ?? '', at) },
    })
  }

  return new Hono()
    .post('/v3/pay/transactions/jsapi', (context) => serve(context, (body) => prepay(shop, body)))
    .get('/v3/pay/transactions/out-trade-no/:orderNumber', (context) =>
      serve(context, async () => query(shop, context.req.param('orderNumber'), context.req.query('mchid'))),
    )
    .post('/v3/pay/transactions/out-trade-no/:orderNumber/close', (context) =>
      serve(context, () => close(shop, context.req.param('orderNumber'))),
    )
    .post('/v3/refund/domestic/refunds', (context) =>
      serve(context, (body) => refund(shop, body, refunds.begin)),
    )
    .get('/v3/refund/domestic/refunds/:refundNumber', (context) =>
      serve(context, async () => queryRefund(shop, context.req.param('refundNumber'))),
    )
}

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
