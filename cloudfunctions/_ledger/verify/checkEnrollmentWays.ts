import { counterPaymentOf } from '../../_counter/counterPaymentRecord'
import type { Stored } from '../../_ports/store'
import { stands, type EnrollmentFields, type EnrollmentWay } from '../../_residents/enrollmentRecord'
import { everyOne, violated, type Books } from './books'

type Enrollment = Stored<EnrollmentFields>

/** Every enrollment stands on what its way says: an order, a counter payment, or neither where it came on behalf or from a roster. */
export async function checkEnrollmentWays(books: Books): Promise<void> {
  for await (const enrollment of everyOne<EnrollmentFields>(books, 'enrollments', 'counterPayment'))
    if (!(await isItsPayment(books, enrollment)))
      violated(books, 'enrollmentOfNoCounterPayment', `enrollments/${enrollment.id}`)
  for await (const { id, fields } of everyOne<EnrollmentFields>(books, 'enrollments', 'way')) {
    const { order, receipt } = wants[fields.way] ?? {}
    if (order !== (fields.orderNumber !== null) || receipt !== (fields.counterPayment !== undefined))
      violated(books, 'enrollmentAgainstItsWay', `enrollments/${id}`)
  }
}

const wants: Partial<Record<string, { order: boolean; receipt: boolean }>> = {
  wechat: { order: true, receipt: false },
  counter: { order: false, receipt: true },
  onBehalf: { order: false, receipt: false },
  roster: { order: false, receipt: false },
} satisfies Record<EnrollmentWay, unknown>

/** While an enrollment stands its payment stands, for the same person and year; afterwards it does not stand for them. */
async function isItsPayment(books: Books, enrollment: Enrollment): Promise<boolean> {
  const { residentId, coverageYear, counterPayment } = enrollment.fields
  const payment = await counterPaymentOf(books.store, counterPayment ?? '')
  if (!payment) return false
  const isForThem =
    payment.fields.state === 'entered' &&
    payment.fields.residentId === residentId &&
    payment.fields.coverageYear === coverageYear
  return isForThem === stands(enrollment)
}
