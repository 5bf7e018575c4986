import { orderOf } from '../../_orders/orderRecord'
import type { SettledPayment } from '../../_ports/payments'
import { everyOne, violated, type Books } from './books'

type Payment = SettledPayment & { [field: string]: string | number }

/** Every payment has exactly one entry (its id is the payment's), and the order it paid says so. */
export async function checkPayments(books: Books): Promise<void> {
  for await (const { id, fields } of everyOne<Payment>(books, 'payments', 'paidAt')) {
    if (!(await books.store.get('ledger', `pay-${fields.transactionId}`)))
      violated(books, 'paymentWithoutEntry', `payments/${id}`)
    const order = await orderOf(books, fields.orderNumber)
    const isItsPayment =
      order?.fields.transactionId === fields.transactionId && order.fields.fen === fields.fen
    if (!isItsPayment) violated(books, 'paymentWithoutOrder', `payments/${id}`)
  }
  for await (const { id, fields } of everyOne<Payment>(books, 'quarantine', 'paidAt'))
    if (
      fields.merchantId === books.merchantId &&
      !(await books.store.get('ledger', `pay-${fields.transactionId}`))
    )
      violated(books, 'paymentWithoutEntry', `quarantine/${id}`)
}
