import * as z from 'zod/mini'
import { staffContract } from './contract'
import { refundNumber } from './refund'
import { refundMoved } from './staff'

/** 转账凭证号: letters, digits and the marks that voucher numbers have. Several refunds may share one. */
const voucher = z.string().check(z.trim(), z.regex(/^[\p{L}\p{N}()（）〔〕[\]-]{4,40}$/u))

/**
 * 财政转账: the finance office has paid it out, with the voucher's number. `wechatUndecided`: WeChat was asked before and
 * does not say yet that it will not pay it back, so a transfer might pay it twice.
 */
export const TransferRefund = staffContract({
  name: 'transferRefund',
  request: z.object({ refundNumber, voucher }),
  reply: refundMoved,
  refusals: ['notFound', 'notAtThisDesk', 'actedAlready', 'wechatUndecided'],
})
