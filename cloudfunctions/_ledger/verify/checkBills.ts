import { rowsOf, type BillFields } from '../../_days/billRecord'
import { refundOf } from '../../_refunds/refundRecord'
import { isAtWechat } from '../../_days/compareRefunds'
import { everyOne, violated, type Books } from './books'

/** Gathers the rows of every loaded bill, and adds up what the bill says of itself. */
export async function gatherBills(books: Books): Promise<void> {
  for await (const bill of everyOne<BillFields>(books, 'bills', 'date')) {
    const { state, date, rows, paidFen, refundedFen } = bill.fields
    if (state !== 'loaded') continue
    books.billed.days.add(date)
    const sums = { rows: 0, paidFen: 0, refundedFen: 0 }
    for await (const page of rowsOf(books.store, bill))
      for (const { id, fields } of page) {
        sums.rows += 1
        if (fields.kind === 'payment') {
          sums.paidFen += fields.fen
          const { transactionId, fen } = fields
          books.billed.payments.set(transactionId, { row: id, fen, day: date })
        } else {
          sums.refundedFen += fields.fen
          books.billed.refunds.set(fields.refundNumber ?? '', fields.fen)
        }
      }
    if (sums.rows !== rows || sums.paidFen !== paidFen || sums.refundedFen !== refundedFen)
      violated(books, 'billTotalsDiffer', `bills/${bill.id}`)
  }
}

/** After every entry has taken its row: what is left was never recorded here. A refund may still be on its way. */
export async function checkLeftRows(books: Books): Promise<void> {
  for (const { row } of books.billed.payments.values()) violated(books, 'notInLedger', `billRows/${row}`)
  for (const [number, fen] of books.billed.refunds) {
    const refund = await refundOf(books.store, number)
    if (!refund || refund.fields.fen !== fen || !isAtWechat(refund))
      violated(books, 'refundNotInLedger', `refunds/${number}`)
  }
}
