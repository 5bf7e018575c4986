import { z } from 'zod/mini'
import type { SettledPayment } from '../../_ports/payments'

/** A transaction (交易) that took money, as WeChat writes it in a query's reply; `total` is in fen. */
export const TakenTransaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().check(z.minLength(1)),
  success_time: z.iso.datetime({ offset: true }),
  amount: z.object({ total: z.int().check(z.positive()), currency: z.literal('CNY') }),
})

/** The same in a callback, which tells of the payment itself. */
export const PaidTransaction = z.extend(TakenTransaction, { trade_state: z.literal('SUCCESS') })

export function settledPayment(transaction: z.infer<typeof TakenTransaction>): SettledPayment {
  return {
    orderNumber: transaction.out_trade_no,
    transactionId: transaction.transaction_id,
    fen: transaction.amount.total,
    merchantId: transaction.mchid,
    appId: transaction.appid,
    paidAt: new Date(transaction.success_time).toISOString(),
  }
}
