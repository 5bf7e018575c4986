import { orderOf, type ClaimFields, type Order } from '../../_orders/orderRecord'
import { stands, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { everyOne, violated, type Books } from './books'

/** Every claim that an order holds, and every enrollment an order made, leads back to that order. */
export async function checkClaims(books: Books): Promise<void> {
  const orderBy = remembering(books)
  for await (const { id, fields } of everyOne<ClaimFields>(books, 'claims', 'orderNumber')) {
    const order = await orderBy(fields.orderNumber ?? '')
    if (!order?.fields.lines.some(({ claimId }) => claimId === id))
      violated(books, 'claimOfNoOrder', `claims/${id}`)
  }
  for await (const enrollment of everyOne<EnrollmentFields>(books, 'enrollments', 'orderNumber')) {
    const { residentId, orderNumber } = enrollment.fields
    const order = await orderBy(orderNumber ?? '')
    const line = order?.fields.lines.find((each) => each.residentId === residentId)
    if (order?.fields.state !== 'paid' || !line)
      violated(books, 'enrollmentOfNoOrder', `enrollments/${enrollment.id}`)
    else if (stands(enrollment) === (line.refundedAt !== null))
      violated(books, 'enrollmentNotWithdrawn', `enrollments/${enrollment.id}`)
  }
}

/** Both come sorted by their order: a household's is read once. */
function remembering(books: Books): (orderNumber: string) => Promise<Order | undefined> {
  let last: Order | undefined
  return async (orderNumber) => {
    if (last?.id !== orderNumber) last = await orderOf(books, orderNumber)
    return last
  }
}
