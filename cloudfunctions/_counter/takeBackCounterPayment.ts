import type { WithdrawalReason } from '../../shared/contracts/counter'
import { claimWithoutYear, type MergedFields } from '../_orders/oneChild'
import type { ClaimFields } from '../_orders/orderRecord'
import type { Cipher } from '../_ports/cipher'
import type { Documents } from '../_ports/store'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { moveCounterPayment, type CounterPayment } from './counterPaymentRecord'
import { book, townDayOf } from './townDayRecord'

/**
 * 撤销: takes a standing counter payment back, inside a transaction: person and year are free again, the enrollment is none any
 * more, and the town's day is less by it. `dayClosed`: its day has been added up; then nothing was written.
 */
export async function takeBackCounterPayment(
  documents: Documents,
  cipher: Cipher,
  payment: CounterPayment,
  { reason, staffId, at }: { reason: WithdrawalReason; staffId: string; at: string },
): Promise<{ kind: 'takenBack'; payment: CounterPayment } | { kind: 'dayClosed' }> {
  const { fields } = payment
  const { residentId, coverageYear, fen, town, region, bookedOn, withdrawn } = fields
  if (town !== null && bookedOn !== null) {
    const till = { region, town }
    const day = await townDayOf(documents, cipher, till, bookedOn)
    if (day?.fields.state !== 'open') return { kind: 'dayClosed' }
    await book(documents, cipher, till, bookedOn, fields, -1)
  }
  await freeClaim(documents, payment)
  await endEnrollment(documents, payment, at)
  const earlier = { residentId, coverageYear, fen, reason, by: staffId, at }
  const step = { event: 'withdrawnByStaff', actor: `staff:${staffId}`, at } as const
  const taken = await moveCounterPayment(documents, payment, step, { withdrawn: [...withdrawn, earlier] })
  return { kind: 'takenBack', payment: taken }
}

/** A child's claim has moved with it to its ID number. */
async function freeClaim(documents: Documents, { id, fields }: CounterPayment): Promise<void> {
  const own = claimWithoutYear(fields.claimId)
  const merged = await documents.get<MergedFields>('mergedIdentities', own)
  const claimId = merged ? `${merged.fields.into}-${fields.coverageYear}` : fields.claimId
  const claim = await documents.get<ClaimFields>('claims', claimId)
  if (claim?.fields.counterPayment !== id) throw new Error(`counter payment ${id} has lost its claim`)
  await documents.replace('claims', claimId, claim.revision, { orderNumber: null, enrolledIn: null })
}

async function endEnrollment(
  documents: Documents,
  { id, fields }: CounterPayment,
  at: string,
): Promise<void> {
  const yearOf = yearId(fields.residentId, fields.coverageYear)
  const enrollment = await documents.get<EnrollmentFields>('enrollments', yearOf)
  if (enrollment?.fields.counterPayment !== id)
    throw new Error(`counter payment ${id} has lost its enrollment`)
  await documents.replace('enrollments', yearOf, enrollment.revision, {
    ...enrollment.fields,
    withdrawnAt: at,
  })
}
