/** 异议: an objection to the record that stops somebody, one a person and year: a complaint whose id says whose. */
import type * as z from 'zod/mini'
import type { dispute } from '../../shared/contracts/disputeEnrollment'
import type { PolicyTable } from '../../shared/policy/table'
import type { ServicePorts } from '../_ports/ports'
import { yearId } from '../_residents/enrollmentRecord'
import { complaintOf, shownComplaint, type Complaint } from './complaintRecord'

export const objectionId = (residentId: string, coverageYear: number): string =>
  `record-${yearId(residentId, coverageYear)}`

export const objectionOf = (
  { store }: ServicePorts,
  residentId: string,
  coverageYear: number,
): Promise<Complaint | undefined> => complaintOf(store, objectionId(residentId, coverageYear))

/** As it stands beside what the record stops. */
export function shownDispute(
  { cipher }: Pick<ServicePorts, 'cipher'>,
  objection: Complaint,
  table: PolicyTable,
): z.infer<typeof dispute> {
  const { state, sentAt, office, answer } = shownComplaint(cipher, objection, table)
  return { state, since: sentAt, office, answer }
}
