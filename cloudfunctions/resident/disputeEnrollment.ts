/** 提出异议: a record of other cover stops somebody, and they say that it is wrong. Kept for the bureau, which decides. */
import { DisputeEnrollment } from '../../shared/contracts/disputeEnrollment'
import { done, refuse, useCase } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { shownDispute, type DisputeFields } from '../_residents/disputeRecord'
import { yearId } from '../_residents/enrollmentRecord'
import { callerIndex, memberOf } from '../_residents/family'

export const disputeEnrollment = useCase(DisputeEnrollment, async (request, ports) => {
  const { residentId, coverageYear, says } = request
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const { region } = member.resident
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const { recorded } = await assessResident(ports, member.resident, policy)
  // A proxy does not hear what a record says.
  if (!recorded || !member.knowsWhy) return refuse('nothingToDispute')

  const id = yearId(residentId, coverageYear)
  const openedAt = ports.clock.now()
  const fields: DisputeFields = {
    residentId,
    region,
    coverageYear,
    recorded,
    says,
    state: 'open',
    openedAt,
    callerIndex: callerIndex(ports),
  }
  const standing = await ports.store.transaction(async (documents) => {
    const known = await documents.get<DisputeFields>('disputes', id)
    if (!known) await documents.insert('disputes', id, fields)
    return known?.fields ?? fields
  })
  return done({ dispute: shownDispute(standing, policy.table) })
})
