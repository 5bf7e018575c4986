/** 提出异议: a record of other cover stops somebody, and they say that it is wrong. Kept for the bureau, which decides. */
import { DisputeEnrollment } from '../../shared/contracts/disputeEnrollment'
import { deskFor } from '../../shared/rules/deskFor'
import { takeIn, type ComplaintFields } from '../_complaints/complaintRecord'
import { objectionId, shownDispute } from '../_complaints/objectionRecord'
import { done, refuse, useCase } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { callerIndex, memberOf } from '../_residents/family'

export const disputeEnrollment = useCase(DisputeEnrollment, async (request, ports) => {
  const { residentId, coverageYear, says } = request
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const { region, town } = member.resident
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const { recorded } = await assessResident(ports, member.resident, policy)
  // A proxy does not hear what a record says.
  if (!recorded || !member.knowsWhy) return refuse('nothingToDispute')

  const at = ports.clock.now()
  const fields: ComplaintFields = {
    kind: 'record',
    state: 'received',
    desk: deskFor(policy.table, 'record'),
    region,
    town,
    coverageYear,
    page: 'result',
    version: '',
    orderNumber: null,
    residentId,
    recorded,
    says,
    sealedText: null,
    sealedAnswer: null,
    callerIndex: callerIndex(ports),
    handledBy: null,
    sentAt: at,
    changedAt: at,
  }
  const standing = await ports.store.transaction((documents) =>
    takeIn(documents, objectionId(residentId, coverageYear), fields),
  )
  return done({ dispute: shownDispute(ports, standing, policy.table) })
})
