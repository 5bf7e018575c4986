import type { DecisionReason } from '../../shared/contracts/match'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { yearId } from '../_residents/enrollmentRecord'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import { placeOf, type Finding } from './findingRecord'
import type { Standing } from './foundNow'
import type { SupplementFields } from './supplementRecord'

/** Puts what is owed on the list of the match. `paidAlready`: the benefit card has this year's money, or will have it. */
export async function oweToCard(
  { clock, staff }: StaffPorts,
  documents: Documents,
  { fields }: Finding,
  { table, resident, enrollment }: Standing,
  reason: DecisionReason,
): Promise<'done' | 'paidAlready'> {
  const { residentId, coverageYear, region, partition, matchId, kind, payMonth, clauses } = fields
  // Of the town in which they live by now: that one tells them.
  const { town } = resident.fields
  if (await subsidyPaymentOf(documents, residentId, coverageYear)) return 'paidAlready'
  const owed: SupplementFields = {
    region,
    town,
    partition,
    coverageYear,
    residentId,
    matchId,
    kind,
    fen: fields.fen ?? 0,
    payMonth,
    clauses,
    place: placeOf(table, town, residentId),
    reason,
    agreedBy: staff.staffId,
    agreedAt: clock.now(),
  }
  const id = yearId(residentId, coverageYear)
  if ((await documents.insert('supplements', id, owed)) === 'exists') return 'paidAlready'
  // Written with the same fields: an import that is taken back, or a refund that ends the enrollment, at the same moment must look again.
  await documents.replace('residents', resident.id, resident.revision, resident.fields)
  if (enrollment)
    await documents.replace('enrollments', enrollment.id, enrollment.revision, enrollment.fields)
  return 'done'
}
