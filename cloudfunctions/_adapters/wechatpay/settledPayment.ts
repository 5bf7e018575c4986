import { z } from 'zod/mini'
import type { SettledPayment } from '../../_ports/payments'

/** A paid transaction (交易) as WeChat writes it in a query's reply and in a callback; `total` is in fen. */
export const PaidTransaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().check(z.minLength(1)),
  trade_state: z.literal('SUCCESS'),
  success_time: z.iso.datetime({ offset: true }),
  amount: z.object({ total: z.int().check(z.positive()), currency: z.literal('CNY') }),
})

export function settledPayment(transaction: z.infer<typeof PaidTransaction>): SettledPayment {
  return {
    orderNumber: transaction.out_trade_no,
    transactionId: transaction.transaction_id,
    fen: transaction.amount.total,
    merchantId: transaction.mchid,
    appId: transaction.appid,
    paidAt: new Date(transaction.success_time).toISOString(),
  }
}
