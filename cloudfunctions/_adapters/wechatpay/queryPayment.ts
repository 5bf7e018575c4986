import { z } from 'zod/mini'
import type { PaymentState } from '../../_ports/payments'
import type { Ask } from './createAsk'
import { orderPath } from './orderPath'
import { PaidTransaction, settledPayment } from './settledPayment'
import type { WechatPayConfig } from './WechatPayConfig'

const QueryReply = z.object({
  out_trade_no: z.string(),
  mchid: z.string(),
  trade_state: z.string(),
})

const absentCodes = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'])

/**
 * 商户订单号查询: what WeChat says about one order number. A reply about another order or merchant is genuine
 * but not the answer, hence `unknown`; so is REFUND, which only the refund road can account for.
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
    case 'SUCCESS': {
      const paid = PaidTransaction.safeParse(body)
      return paid.success ? { kind: 'paid', payment: settledPayment(paid.data) } : { kind: 'unknown' }
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
