/** 对账: ledger against bill, for one place and one day, to the fen. */
import type { Difference } from './differenceRecord'

/** A payment as the ledger or the bill has it. */
export interface Moved {
  transactionId: string
  orderNumber: string
  fen: number
}

/** What of the payments only one side knows, or knows otherwise. The same transaction twice in a bill differs. */
export function comparePayments(ledger: readonly Moved[], bill: readonly Moved[]): Difference[] {
  const here = new Map(ledger.map((payment) => [payment.transactionId, payment]))
  const differences: Difference[] = []
  for (const there of bill) {
    const payment = here.get(there.transactionId)
    here.delete(there.transactionId)
    if (payment?.fen === there.fen) continue
    differences.push({
      kind: payment ? 'amountDiffers' : 'paymentUnknownHere',
      number: there.transactionId,
      orderNumber: there.orderNumber,
      hereFen: payment?.fen ?? null,
      thereFen: there.fen,
    })
  }
  for (const { transactionId, orderNumber, fen } of here.values())
    differences.push({
      kind: 'paymentUnknownThere',
      number: transactionId,
      orderNumber,
      hereFen: fen,
      thereFen: null,
    })
  return differences
}
