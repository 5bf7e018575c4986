import { orderOf } from '../../_orders/orderRecord'
import type { RefundFields } from '../../_refunds/refundRecord'
import { refundStates } from '../../_refunds/refundStates'
import { isApproved, isBack } from './checkEntries'
import { everyOne, violated, type Books, type Rule } from './books'

/** Every refund: its state, the lines it gives back, and what the ledger must say of it. */
export async function checkRefunds(books: Books): Promise<void> {
  for await (const refund of everyOne<RefundFields>(books, 'refunds', 'requestedAt')) {
    const broken = (rule: Rule): void => violated(books, rule, `refunds/${refund.id}`)
    const { state, orderNumber, lines, fen } = refund.fields
    if (!refundStates.includes(state)) {
      broken('unknownState')
      continue
    }
    const order = await orderOf(books, orderNumber)
    const given = lines.flatMap((index) => order?.fields.lines[index] ?? [])
    const isNamed = given.length === lines.length && given.every((line) => line.refundNumber === refund.id)
    const sum = given.reduce((all, line) => all + line.fen, 0)
    if (state !== 'rejected' && (!isNamed || sum !== fen)) broken('refundOfNoLine')
    const entries = [
      ...(isApproved(refund) ? [`owe-${refund.id}`] : []),
      ...(isBack(refund) ? [`refund-${refund.id}`] : []),
    ]
    for (const id of entries) if (!(await books.store.get('ledger', id))) broken('refundWithoutEntry')
  }
}
