import { claimIdOf, type ClaimFields, type OrderFields } from '../_orders/orderRecord'
import { isBeingPaid } from '../_orders/orderStates'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'

/** What holds a year of one record. */
export interface PaidYear {
  coverageYear: number
  /** `open` somebody is paying right now · `order` paid on the phone · `record` a roster, a counter, or on behalf. */
  by: 'open' | 'order' | 'record'
  fen: number | null
  /** Where it is an order of this place: its number, and the line. */
  order: { number: string; line: number } | null
  returning: boolean
}

/** What is held under a record's number, year by year; of another region's order only that it is there. */
export async function paidUnder(
  { cipher, policies }: StaffPorts,
  documents: Pick<Documents, 'get'>,
  stored: Stored<ResidentFields>,
): Promise<PaidYear[]> {
  const { idNumber } = openResident(cipher, stored)
  const years = [...new Set(policies.all().map(({ coverageYear }) => coverageYear))]
  const paid: PaidYear[] = []
  for (const coverageYear of years) {
    const claim = await documents.get<ClaimFields>('claims', claimIdOf(cipher, idNumber, coverageYear))
    const number = claim?.fields.orderNumber ?? null
    if (number !== null) paid.push(await byOrder(documents, stored.id, number, coverageYear))
    else if (claim && claim.fields.enrolledIn !== null) {
      const enrollment = await documents.get<EnrollmentFields>('enrollments', yearId(stored.id, coverageYear))
      const fen = enrollment?.fields.paidFen ?? null
      paid.push({ coverageYear, by: 'record', fen, order: null, returning: false })
    }
  }
  return paid
}

async function byOrder(
  { get }: Pick<Documents, 'get'>,
  residentId: string,
  number: string,
  coverageYear: number,
): Promise<PaidYear> {
  const order = await get<OrderFields>('orders', number)
  const line = order?.fields.lines.findIndex((one) => one.residentId === residentId) ?? -1
  const held = order?.fields.lines[line]
  if (!order || !held) return { coverageYear, by: 'record', fen: null, order: null, returning: false }
  return {
    coverageYear,
    by: isBeingPaid(order.fields.state) ? 'open' : 'order',
    fen: held.fen,
    order: { number, line },
    returning: held.refundNumber !== null,
  }
}
