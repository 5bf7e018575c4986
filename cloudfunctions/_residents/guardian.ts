import type { GuardianConsent } from '../../shared/contracts/fields'
import type { Ports } from '../_ports/ports'
import { familyOf, type FamilyMember } from './family'
import { joinFamily } from './joinFamily'
import type { Resident } from './residentRecord'

/** Who the caller is themselves (自己): only somebody who has said so may register a child. */
export async function guardianOf(ports: Ports): Promise<Resident | undefined> {
  const family = await familyOf(ports)
  return family.find(({ relation }) => relation === 'self')?.resident
}

/** Adds a child to the caller's family, with the guardian's consent on record. Undefined where the caller may not any more. */
export async function joinAsGuardian(
  ports: Ports,
  child: Resident,
  consent: GuardianConsent,
): Promise<FamilyMember | undefined> {
  const joined = await joinFamily(ports, child, { relation: 'child', consents: [consent] })
  return joined.kind === 'joined' ? joined.member : undefined
}
