import type { Documents, Stored } from '../_ports/store'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { counterPaymentOf } from './counterPaymentRecord'

/**
 * Whether this record of somebody was a slip at a counter, taken back or reversed: then they were never enrolled by it and no money went
 * back, and its receipt may be somebody else's by now. One whose money went back was none.
 */
export async function wasMistake(
  documents: Pick<Documents, 'get'>,
  enrollment: Stored<EnrollmentFields>,
): Promise<boolean> {
  const { counterPayment, residentId } = enrollment.fields
  if (stands(enrollment) || counterPayment === undefined) return false
  const payment = await counterPaymentOf(documents, counterPayment)
  return payment?.fields.state !== 'refunded' || payment.fields.residentId !== residentId
}
