import { z } from 'zod/mini'
import type { PaymentState } from '../../_ports/payments'
import type { Ask } from './createAsk'
import { orderPath } from './orderPath'
import { settledPayment, TakenTransaction } from './settledPayment'
import type { WechatPayConfig } from './WechatPayConfig'

const QueryReply = z.object({
  out_trade_no: z.string(),
  mchid: z.string(),
  trade_state: z.string(),
})

const absentCodes = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'])

/**
 * 商户订单号查询: what WeChat says about one order number. A reply about another order or merchant is genuine
 * but not the answer, hence `unknown`. In state REFUND the order was paid: whoever never heard of that payment
 * records it from here, and the refunds account for the rest.
 */
export async function queryPayment(
  ask: Ask,
  config: WechatPayConfig,
  orderNumber: string,
): Promise<PaymentState> {
  const answer = await ask({
    method: 'get',
    path: orderPath(orderNumber),
    parameters: { mchid: config.merchantId },
  })
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'error') return { kind: absentCodes.has(answer.code) ? 'absent' : 'unknown' }
  const reply = QueryReply.safeParse(answer.body)
  if (!reply.success) return { kind: 'unknown' }
  if (reply.data.out_trade_no !== orderNumber || reply.data.mchid !== config.merchantId)
    return { kind: 'unknown' }
  return stateOf(reply.data.trade_state, answer.body)
}

function stateOf(tradeState: string, body: unknown): PaymentState {
  switch (tradeState) {
    case 'SUCCESS':
    case 'REFUND': {
      const taken = TakenTransaction.safeParse(body)
      return taken.success ? { kind: 'paid', payment: settledPayment(taken.data) } : { kind: 'unknown' }
    }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'PAYERROR':
      return { kind: 'notPaid' }
    case 'CLOSED':
    case 'REVOKED':
      return { kind: 'closed' }
    default:
      return { kind: 'unknown' }
  }
}
