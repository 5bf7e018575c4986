import { civilDayOf } from '../_ports/clock'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { partitionOf } from '../_residents/partition'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ClaimFields, Order, OrderLine } from './orderRecord'

/**
 * Enrolls one person of a paid order, inside the transaction that records the payment. `already`: another record, here or
 * of another place, enrolled them while the order was open; nothing is changed then.
 */
export async function enrollLine(
  documents: Documents,
  order: Order,
  line: OrderLine,
): Promise<'enrolled' | 'already'> {
  const claim = await documents.get<ClaimFields>('claims', line.claimId)
  if (claim && claim.fields.enrolledIn !== null) return 'already'
  const id = yearId(line.residentId, order.fields.coverageYear)
  const standing = await documents.get<EnrollmentFields>('enrollments', id)
  if (standing && stands(standing)) return 'already'

  const fields = enrollmentBy(order, line)
  await putOver(documents, 'enrollments', id, standing, fields)
  // Written with the same fields, so that a roster that enrolls this person at the same moment must look again.
  if (claim) await documents.replace('claims', claim.id, claim.revision, claim.fields)
  return 'enrolled'
}

function enrollmentBy(order: Order, line: OrderLine): EnrollmentFields {
  const { region, coverageYear, paidAt } = order.fields
  const { residentId, identity, fen, coverageFrom, coverageTo } = line
  return {
    residentId,
    region,
    partition: partitionOf(residentId),
    coverageYear,
    way: 'wechat',
    identity,
    paidFen: fen,
    paidAt,
    paidOn: paidAt === null ? null : civilDayOf(paidAt),
    coverageFrom,
    coverageTo,
    orderNumber: order.id,
    withdrawnAt: null,
  }
}
