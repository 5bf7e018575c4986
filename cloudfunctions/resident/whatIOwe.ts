/**
 * 要付多少: what one member of the family owes today, and how far paying has got. The whole assessment, with who the person
 * is and why, goes to the person and to a child's guardian only.
 */
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { Person } from '../../shared/rules/person'
import { done, refuse, useCase } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { objectionOf, shownDispute } from '../_complaints/objectionRecord'
import { reportOf } from '../_residents/enrollmentRecord'
import { memberOf, shownMember } from '../_residents/family'
import { citedNotices, placeOf } from '../_policies/citedNotices'
import { ownOrder } from './ownOrder'
import { owingOf } from './owingOf'

export const whatIOwe = useCase(WhatIOwe, async ({ residentId, coverageYear, answers }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const policy = ports.policies.inForce(member.resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')

  // Whether a roster knows of other cover must not show either: for a proxy the question counts as answered.
  const said = member.knowsWhy ? answers : { otherCover: 'none' as const, ...answers }
  const { resident } = member
  const { assessment, facts, enrollment, recorded } = await assessResident(ports, resident, policy, said)
  const order = await ownOrder(ports, resident, coverageYear)
  const { name, maskedId, relation, knowsWhy } = shownMember(member)
  const known = knowsWhy ? recorded : undefined
  const dispute = known && (await objectionOf(ports, residentId, coverageYear))
  return done({
    owing: owingOf(assessment),
    assessment: knowsWhy ? assessment : null,
    today: ports.clock.today(),
    coverageYear,
    person: { name, maskedId, relation, knowsWhy, ...(knowsWhy ? shownFacts(facts) : nothingShown) },
    place: placeOf(policy.table),
    notices: citedNotices(policy.table),
    tableHash: policy.hash,
    ...(order ? { order } : {}),
    ...(known ? { recorded: known } : {}),
    ...(dispute ? { dispute: shownDispute(ports, dispute, policy.table) } : {}),
    awaitingTax: !enrollment && (await reportOf(ports, residentId, coverageYear)) !== undefined,
  })
})

const shownFacts = ({ residence, identities, otherCover }: Person) => ({
  residence: residence ?? null,
  identities: identities?.map(({ code }) => code) ?? null,
  otherCover: otherCover ?? null,
})

const nothingShown = { residence: null, identities: null, otherCover: null }
