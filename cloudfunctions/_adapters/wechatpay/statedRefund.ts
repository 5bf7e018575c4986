import { z } from 'zod/mini'
import type { StatedRefund } from '../../_ports/payments'
import type { Answer } from './createAsk'

const fen = z.int().check(z.positive())

/** What WeChat writes of a refund (退款单) wherever it writes of one; sums in fen. */
const RefundFields = z.object({
  out_refund_no: z.string().check(z.minLength(1)),
  out_trade_no: z.string().check(z.minLength(1)),
  transaction_id: z.string().check(z.minLength(1)),
  refund_id: z.string().check(z.minLength(1)),
  success_time: z.optional(z.string()),
  amount: z.object({ total: fen, refund: fen, currency: z.optional(z.literal('CNY')) }),
})

/** The reply to 申请退款 and to 查询退款. It names no merchant: WeChat answers whoever signed the request. */
const RefundReply = z.extend(RefundFields, { status: z.string() })

/** What is sealed in 退款结果通知. */
export const RefundNotice = z.extend(RefundFields, { mchid: z.string(), refund_status: z.string() })

const Instant = z.iso.datetime({ offset: true })

const ended = new Map<string, StatedRefund['status']>([
  ['SUCCESS', 'succeeded'],
  ['ABNORMAL', 'abnormal'],
  ['CLOSED', 'closed'],
])

/** The refund in the port's words; undefined where it succeeded at no time, which is no refund. */
export function statedRefund(
  fields: z.infer<typeof RefundFields>,
  refundStatus: string,
  merchantId: string,
): StatedRefund | undefined {
  const status = ended.get(refundStatus) ?? 'processing'
  const time = Instant.safeParse(fields.success_time)
  if (status === 'succeeded' && !time.success) return undefined
  return {
    refundNumber: fields.out_refund_no,
    orderNumber: fields.out_trade_no,
    transactionId: fields.transaction_id,
    wechatRefundId: fields.refund_id,
    fen: fields.amount.refund,
    paidFen: fields.amount.total,
    merchantId,
    status,
    succeededAt: status === 'succeeded' && time.success ? new Date(time.data).toISOString() : null,
  }
}

/** The refund in a signed reply to this merchant, or undefined if it cannot be read. */
export function repliedRefund(
  answer: Extract<Answer, { kind: 'success' }>,
  merchantId: string,
): StatedRefund | undefined {
  const reply = RefundReply.safeParse(answer.body)
  return reply.success ? statedRefund(reply.data, reply.data.status, merchantId) : undefined
}
