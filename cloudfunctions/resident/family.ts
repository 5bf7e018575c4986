/** 家人: everybody the caller acts for, each with where they stand in the coverage year that is current. */
import { Family } from '../../shared/contracts/family'
import type { Ports } from '../_ports/ports'
import { done, useCase } from '../_ports/useCase'
import { familyOf, shownMember, type FamilyMember } from '../_residents/family'
import { placeOf } from '../_policies/citedNotices'
import { currentPolicy } from '../_policies/currentPolicy'
import { memberCard } from './memberCard'

export const family = useCase(Family, async (_request, ports) => {
  const members = await familyOf(ports)
  return done({
    today: ports.clock.today(),
    members: await Promise.all(members.map((member) => shownWithCard(ports, member))),
  })
})

async function shownWithCard(ports: Ports, member: FamilyMember) {
  const { region } = member.resident
  const policy = currentPolicy(ports.policies, region, ports.clock.today())
  return {
    ...shownMember(member),
    place: policy ? placeOf(policy.table) : { region, name: region },
    card: policy ? await memberCard(ports, member, policy) : null,
  }
}
