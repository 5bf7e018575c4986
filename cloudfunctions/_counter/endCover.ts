import { claimWithoutYear, type MergedFields } from '../_orders/oneChild'
import { freeClaim, type ClaimFields } from '../_orders/orderRecord'
import type { Documents } from '../_ports/store'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { CounterPayment } from './counterPaymentRecord'

/**
 * What ends with a counter payment, inside a transaction: its enrollment is none any more, and person and year are free again.
 * @throws Error for one that does not enroll or is not held: that is a bug.
 */
export async function endCover(documents: Documents, payment: CounterPayment, at: string): Promise<void> {
  await letClaimGo(documents, payment)
  await endEnrollment(documents, payment, at)
}

/** A child's claim has moved with it to its ID number. */
async function letClaimGo(documents: Documents, { id, fields }: CounterPayment): Promise<void> {
  const own = claimWithoutYear(fields.claimId)
  const merged = await documents.get<MergedFields>('mergedIdentities', own)
  const claimId = merged ? `${merged.fields.into}-${fields.coverageYear}` : fields.claimId
  const claim = await documents.get<ClaimFields>('claims', claimId)
  if (claim?.fields.counterPayment !== id) throw new Error(`counter payment ${id} has lost its claim`)
  await documents.replace('claims', claimId, claim.revision, freeClaim)
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
