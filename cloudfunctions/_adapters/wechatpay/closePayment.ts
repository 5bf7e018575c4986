import type { Ask } from './createAsk'
import { orderPath } from './orderPath'
import type { WechatPayConfig } from './WechatPayConfig'

/** Codes after which nobody can pay this number any more; a number WeChat never had cannot be paid either. */
const closedCodes = new Set(['ORDER_CLOSED', 'ORDERCLOSED', 'ORDER_NOT_EXIST', 'ORDERNOTEXIST'])

/**
 * 关闭订单: `closed` only on WeChat's signed word, `paid` when the payer was faster. A 202 (the payer is typing
 * the password) settles nothing.
 */
export async function closePayment(
  ask: Ask,
  config: WechatPayConfig,
  orderNumber: string,
): Promise<'closed' | 'paid' | 'unknown'> {
  const answer = await ask({
    method: 'post',
    path: `${orderPath(orderNumber)}/close`,
    body: { mchid: config.merchantId },
  })
  if (answer.kind === 'lost') return 'unknown'
  if (answer.kind === 'success') return answer.status === 204 ? 'closed' : 'unknown'
  if (answer.code === 'ORDERPAID') return 'paid'
  return closedCodes.has(answer.code) ? 'closed' : 'unknown'
}
