import { Hono, type Context } from 'hono'
import { z } from 'zod/mini'
import type { Callbacks } from './createCallbacks'
import { decide, Decision, isInvocationGenuine, type Decided } from './decide'
import { payerDeadEnd, payerGoodbye, payerPage } from './payerPage'
import { returnAddress, withResult } from './returnAddress'
import type { Shop } from './shop'
import { unpayable } from './simulatedOrder'
import type { SimulatorKeys } from './simulatorKeys'

const Form = z.object({ prepay_id: z.string(), decision: Decision, return: z.string() })

const Invocation = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

const Order = z.object({
  prepayId: z.string(),
  decision: Decision,
  /** What the app handed to `wx.requestPayment`; checked as the phone would check it. */
  invocation: z.optional(Invocation),
})

/**
 * The payer's side: a page (`GET /pay`), what its form sends (`POST /pay`), and the same decision as JSON
 * (`POST /pay/decide`) for whatever plays the phone.
 */
export function payerRoutes(shop: Shop, keys: SimulatorKeys, callbacks: Callbacks): Hono {
  const show = (context: Context) => {
    const back = wayBack(context, context.req.query('return') ?? '')
    if (back === undefined) return context.html(payerDeadEnd('foreignReturn', ''), 400)
    const order = shop.orders.byPrepayId(context.req.query('prepay_id') ?? '')
    if (!order) return context.html(payerDeadEnd('unknownPrepay', back), 404)
    const obstacle = unpayable(order, shop.now())
    return context.html(obstacle ? payerDeadEnd(obstacle, back) : payerPage(order, back))
  }

  const submit = async (context: Context) => {
    const form = Form.safeParse(await context.req.parseBody())
    const back = wayBack(context, form.data?.return ?? '')
    if (!form.success || back === undefined) return context.html(payerDeadEnd('malformed', ''), 400)
    const decided = await decide(shop, callbacks, form.data.prepay_id, form.data.decision)
    if (decided.kind === 'refused')
      return context.html(payerDeadEnd(decided.reason, back), statusOf(decided.reason))
    if (back === '') return context.html(payerGoodbye(form.data.prepay_id, decided.result))
    return context.redirect(withResult(new URL(back), decided.result), 303)
  }

  const answer = async (context: Context) => {
    const order = Order.safeParse(await context.req.json().catch(() => undefined))
    if (!order.success) return context.json({ refused: 'malformed' }, 400)
    const { prepayId, decision, invocation } = order.data
    const fits = invocation === undefined || invocation.package === `prepay_id=${prepayId}`
    if (!fits || (invocation && !isInvocationGenuine(invocation, shop.appId, keys.merchant)))
      return context.json({ refused: 'invocation' }, 400)
    const decided = await decide(shop, callbacks, prepayId, decision)
    return decided.kind === 'done'
      ? context.json({ result: decided.result })
      : context.json({ refused: decided.reason }, statusOf(decided.reason))
  }

  return new Hono().get('/pay', show).post('/pay', submit).post('/pay/decide', answer)
}

/** The absolute way back; empty if none is wanted, undefined if it leads elsewhere. */
function wayBack(context: Context, wanted: string): string | undefined {
  return wanted === '' ? '' : returnAddress(context.req.url, wanted)?.href
}

function statusOf(reason: Extract<Decided, { kind: 'refused' }>['reason']): 404 | 409 {
  return reason === 'unknownPrepay' ? 404 : 409
}
