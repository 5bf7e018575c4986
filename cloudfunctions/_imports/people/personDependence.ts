import { counterPaymentOf } from '../../_counter/counterPaymentRecord'
import { supplementOf } from '../../_match/supplementRecord'
import { claimIdOf, claimOf, isHeld, orderOf, type ClaimFields } from '../../_orders/orderRecord'
import { civilDayOf } from '../../_ports/clock'
import type { StaffPorts } from '../../_ports/ports'
import type { Stored } from '../../_ports/store'
import { yearId, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { openResident, type ResidentFields } from '../../_residents/residentRecord'
import type { Applied, PersonChange } from '../importChanges'
import type { Checked } from '../rowWork'
import { standsAsLeft } from './standsAsLeft'

/** Whether somebody has changed this person since, or has an enrollment, an order or a supplement since (an instant, UTC). */
export async function personDependence(
  ports: StaffPorts,
  applied: Applied<PersonChange>,
  since: string,
): Promise<Checked> {
  const found = await standsAsLeft(ports.cipher, ports.store, applied)
  if (!found) return { why: 'changed' }
  const { resident } = found
  const why = (await hasMoneySince(ports, resident, applied.change, since)) ? 'paid' : undefined
  return { why, revision: resident.revision }
}

/** An added person may hold no year at all; of one who was known before, only what came about after the rows were written counts. */
async function hasMoneySince(
  ports: StaffPorts,
  resident: Stored<ResidentFields>,
  { before }: PersonChange,
  since: string,
): Promise<boolean> {
  const { store, cipher, policies } = ports
  const { idNumber } = openResident(cipher, resident)
  for (const year of new Set(policies.all().map(({ coverageYear }) => coverageYear))) {
    const claim = await claimOf({ store }, claimIdOf(cipher, idNumber, year))
    if (!claim || !isHeld(claim.fields)) continue
    if (before === null) return true
    if (await isTakenSince(ports, claim.fields, resident, year, since)) return true
    const supplement = await supplementOf(store, resident.id, year)
    if (supplement && supplement.fields.agreedAt >= since) return true
  }
  return false
}

/**
 * Whether a person and year were taken since: by an order, at a counter, or on behalf. Whatever is out of the caller's reach counts as
 * well, because it may depend on what the import said; an enrollment in another region does not.
 */
async function isTakenSince(
  { store }: StaffPorts,
  { orderNumber, enrolledIn, counterPayment }: ClaimFields,
  { id, fields: { region } }: Stored<ResidentFields>,
  coverageYear: number,
  since: string,
): Promise<boolean> {
  if (orderNumber !== null) {
    const order = await orderOf({ store }, orderNumber)
    return !order || order.fields.createdAt >= since
  }
  if (enrolledIn !== region) return false
  if (counterPayment !== undefined) {
    // Entered, not paid: the receipt may be of a day before the import.
    const payment = await counterPaymentOf(store, counterPayment)
    return !payment || payment.fields.enteredAt >= since
  }
  // Such a one knows its day alone: one of the import's own day may have come after it.
  const enrollment = await store.get<EnrollmentFields>('enrollments', yearId(id, coverageYear))
  return !enrollment || (enrollment.fields.paidOn ?? '') >= civilDayOf(since)
}
