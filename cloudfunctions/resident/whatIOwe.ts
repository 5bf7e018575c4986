/** 要付多少: the whole assessment of one member of the family, today, and how far paying has got. */
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { done, refuse, useCase } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { disputeOf, shownDispute } from '../_residents/disputeRecord'
import { reportOf } from '../_residents/enrollmentRecord'
import { memberOf, shownMember } from '../_residents/family'
import { citedNotices, placeOf } from '../_policies/citedNotices'
import { ownOrder } from './ownOrder'

export const whatIOwe = useCase(WhatIOwe, async ({ residentId, coverageYear, answers }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const policy = ports.policies.inForce(member.resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')

  const { assessment, facts, enrollment, recorded } = await assessResident(
    ports,
    member.resident,
    policy,
    answers,
  )
  const order = await ownOrder(ports, member.resident, coverageYear)
  const dispute = recorded && (await disputeOf(ports, residentId, coverageYear))
  const { name, maskedId, relation } = shownMember(member)
  return done({
    assessment,
    today: ports.clock.today(),
    coverageYear,
    person: {
      name,
      maskedId,
      relation,
      residence: facts.residence ?? null,
      identities: facts.identities?.map(({ code }) => code) ?? null,
      otherCover: facts.otherCover ?? null,
    },
    place: placeOf(policy.table),
    notices: citedNotices(policy.table),
    tableHash: policy.hash,
    ...(order ? { order } : {}),
    ...(recorded ? { recorded } : {}),
    ...(dispute ? { dispute: shownDispute(dispute.fields, policy.table) } : {}),
    awaitingTax: !enrollment && (await reportOf(ports, residentId, coverageYear)) !== undefined,
  })
})
