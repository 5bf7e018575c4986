/** 免征代缴: enrolled without tax collection, by the bureau's decision. The claim of person and year is taken as an order takes it. */
import { assess } from '../../shared/rules/assess'
import { childIdOf, claimWithoutYear, isHeldAsChild, noteClaimOfChild } from '../_orders/oneChild'
import { claimIdOf, type ClaimFields } from '../_orders/orderRecord'
import { valuesOf } from '../_orders/valuesOf'
import type { StaffPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { partitionOf } from '../_residents/partition'
import { openResident } from '../_residents/residentRecord'
import type { Finding } from './findingRecord'
import type { Standing } from './foundNow'
import type { Match } from './matchRecord'
import { asListed } from './recognisedBy'

/** `claimHeld`: an order for this person, or for this child under another number, is under way or paid. */
export async function registerOnBehalf(
  { cipher, clock }: StaffPorts,
  documents: Documents,
  match: Match,
  { fields: { coverageYear, region } }: Finding,
  { table, resident: stored, enrollment }: Standing,
): Promise<'done' | 'claimHeld' | 'enrolledElsewhere'> {
  const resident = openResident(cipher, stored)
  const claimId = claimIdOf(cipher, resident.idNumber, coverageYear)
  const claim = await documents.get<ClaimFields>('claims', claimId)
  if (claim && claim.fields.orderNumber !== null) return 'claimHeld'
  if (claim && claim.fields.enrolledIn !== null) return 'enrolledElsewhere'
  const childId = childIdOf(cipher, resident, coverageYear)
  if (childId !== null) {
    if (await isHeldAsChild(documents, childId, claimId)) return 'claimHeld'
    await noteClaimOfChild(documents, childId, claimWithoutYear(claimId))
  }
  const taken: ClaimFields = { orderNumber: null, enrolledIn: region }
  await putOver(documents, 'claims', claimId, claim, taken)
  // Written with the same fields: an import that is taken back at the same moment must look again.
  await documents.replace('residents', stored.id, stored.revision, stored.fields)

  const { subsidyFor, coverageFrom, coverageTo } = assess(table, asListed(resident.facts), match.fields.on)
  const fields: EnrollmentFields = {
    residentId: stored.id,
    region,
    partition: partitionOf(stored.id),
    coverageYear,
    way: 'onBehalf',
    identity: valuesOf(subsidyFor)[0] ?? null,
    paidFen: 0,
    paidAt: null,
    paidOn: clock.today(),
    coverageFrom: valuesOf(coverageFrom),
    coverageTo: valuesOf(coverageTo),
    orderNumber: null,
    withdrawnAt: null,
  }
  await putOver(documents, 'enrollments', yearId(stored.id, coverageYear), enrollment, fields)
  return 'done'
}
