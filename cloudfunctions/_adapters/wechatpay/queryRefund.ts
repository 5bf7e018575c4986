import type { RefundState } from '../../_ports/payments'
import type { Ask } from './createAsk'
import { refundPath } from './refundPath'
import { repliedRefund } from './statedRefund'
import type { WechatPayConfig } from './WechatPayConfig'

const absentCodes = new Set(['RESOURCE_NOT_EXISTS', 'REFUND_NOT_EXISTS'])

/** 查询单笔退款: what WeChat says about one refund number. A reply about another one is not the answer. */
export async function queryRefund(
  ask: Ask,
  config: WechatPayConfig,
  refundNumber: string,
): Promise<RefundState> {
  const answer = await ask({ method: 'get', path: refundPath(refundNumber) })
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'error') return { kind: absentCodes.has(answer.code) ? 'absent' : 'unknown' }
  const refund = repliedRefund(answer, config.merchantId)
  return refund?.refundNumber === refundNumber ? { kind: 'known', refund } : { kind: 'unknown' }
}
