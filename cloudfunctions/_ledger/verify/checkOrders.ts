import { openStates } from '../../_orders/bringUpToDate'
import { claimOf, type Order, type OrderFields, type OrderLine } from '../../_orders/orderRecord'
import { orderStates } from '../../_orders/orderStates'
import { refundOf } from '../../_refunds/refundRecord'
import { stands, yearId, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { isBack } from './checkEntries'
import { everyOne, violated, type Books, type Rule } from './books'

/** A poller comes every few minutes; an order that is open so long after its end has been forgotten. */
const patienceMs = 5 * 60_000

/** Every order: its state, its sum, its payment, its refunds, and for each person claim and enrollment. */
export async function checkOrders(books: Books): Promise<void> {
  const paidFor = new Set<string>()
  for await (const order of everyOne<OrderFields>(books, 'orders', 'createdAt')) {
    const broken = (rule: Rule): void => violated(books, rule, `orders/${order.id}`)
    const { state, fen, lines, transactionId, expiresAt } = order.fields
    if (!orderStates.includes(state)) {
      broken('unknownState')
      continue
    }
    if (lines.reduce((sum, line) => sum + line.fen, 0) !== fen) broken('orderSumDiffers')
    const isPaid = state === 'paid' || state === 'late'
    if (!isPaid && transactionId !== null) broken('unpaidOrderWithPayment')
    if (isPaid && !(await books.store.get('payments', `${books.merchantId}-${transactionId}`)))
      broken('paidOrderWithoutPayment')
    if (state === 'late' && lines.some(({ refundNumber }) => refundNumber === null))
      broken('lateOrderWithoutRefund')
    if (openStates.includes(state) && Date.parse(expiresAt) + patienceMs < Date.parse(books.now))
      books.stuck.push(order.id)
    if (isPaid) await checkRefundsOf(books, order, broken)
    for (const line of lines) await checkLine(books, order, line, paidFor, broken)
  }
}

async function checkRefundsOf(books: Books, order: Order, broken: (rule: Rule) => void): Promise<void> {
  const { fen, lines, reservedFen, refundedFen } = order.fields
  const numbers = new Set(lines.flatMap(({ refundNumber }) => (refundNumber === null ? [] : [refundNumber])))
  let reserved = 0
  let refunded = 0
  for (const number of numbers) {
    const refund = await refundOf(books.store, number)
    reserved += refund?.fields.fen ?? 0
    if (refund && isBack(refund)) refunded += refund.fields.fen
  }
  if (reserved !== reservedFen) broken('reservedDiffers')
  if (refunded !== refundedFen) broken('refundedDiffers')
  if (reserved > fen || refunded > fen || reservedFen > fen) broken('refundsAbovePayment')
}

/** Who is paid for is enrolled by it and holds the claim; whose money is back does neither. */
async function checkLine(
  books: Books,
  { id, fields }: Order,
  line: OrderLine,
  paidFor: Set<string>,
  broken: (rule: Rule) => void,
): Promise<void> {
  const claim = await claimOf(books, line.claimId)
  const holds = claim?.fields.orderNumber === id
  const isFree = fields.state === 'closed' || fields.state === 'late' || line.refundedAt !== null
  if (isFree && holds) broken('claimNotReleased')
  if (!isFree && !holds && line.refundNumber === null) broken('claimNotHeld')
  if (fields.state !== 'paid' || line.refundNumber !== null) return
  if (paidFor.has(line.claimId)) broken('personPaidTwice')
  paidFor.add(line.claimId)
  const enrollment = await books.store.get<EnrollmentFields>(
    'enrollments',
    yearId(line.residentId, fields.coverageYear),
  )
  const { orderNumber, paidFen } = enrollment?.fields ?? {}
  if (!enrollment || !stands(enrollment) || orderNumber !== id || paidFen !== line.fen)
    broken('personNotEnrolled')
}
