import { orderOf } from '../../_orders/orderRecord'
import { counterPaymentOf } from '../../_counter/counterPaymentRecord'
import type { Refund, RefundFields } from '../../_refunds/refundRecord'
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
    if (orderNumber === null) {
      if (!(await isItsCounterPayment(books, refund))) broken('refundOfNoCounterPayment')
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

/** One at a counter's: for its sum, to be transferred, and the payment names it and stands until the money is back. */
async function isItsCounterPayment(books: Books, refund: Refund): Promise<boolean> {
  const { counterPayment, state, fen, way, voucher } = refund.fields
  const payment = counterPayment === null ? undefined : await counterPaymentOf(books.store, counterPayment)
  if (!payment || way !== 'transfer') return false
  if (state === 'rejected') return payment.fields.refundNumber !== refund.id
  const stands = isBack(refund) ? 'refunded' : 'entered'
  const isNamed = payment.fields.refundNumber === refund.id && payment.fields.state === stands
  return isNamed && payment.fields.fen === fen && (state !== 'confirmed' || voucher !== null)
}
