/** 我的意见: how far each is, and what the office answered. */
import { MyComplaints } from '../../shared/contracts/myComplaints'
import { shownComplaint, type Complaint, type ComplaintFields } from '../_complaints/complaintRecord'
import type { Ports } from '../_ports/ports'
import { done, useCase } from '../_ports/useCase'
import { callerIndex, memberOf } from '../_residents/family'

const shownAtMost = 20

export const myComplaints = useCase(MyComplaints, async (_request, ports) => {
  const { documents } = await ports.store.find<ComplaintFields>('complaints', {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'sentAt', order: 'descending' },
    limit: shownAtMost,
  })
  const complaints = await Promise.all(documents.map((complaint) => shown(ports, complaint)))
  return done({ complaints: complaints.flatMap((complaint) => complaint ?? []) })
})

/** An objection is about a person's record: whoever may not know it any more sees it no more. */
async function shown(ports: Ports, complaint: Complaint) {
  const { region, coverageYear, residentId } = complaint.fields
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) return undefined
  if (residentId !== null && !(await memberOf(ports, residentId))?.knowsWhy) return undefined
  return shownComplaint(ports.cipher, complaint, policy.table)
}
