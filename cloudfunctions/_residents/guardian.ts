import type { GuardianConsent } from '../../shared/contracts/fields'
import type { Ports } from '../_ports/ports'
import { callerIndex, familyOf, joinFamily, type FamilyMember } from './family'
import type { Resident } from './residentRecord'

/** `consents/<caller>-<resident>-<instant>`: who agreed for which child, to which text, and when. Never changed. */
type ConsentFields = {
  callerIndex: string
  residentId: string
  text: GuardianConsent
  givenAt: string
}

/** Who the caller is themselves (自己): only somebody who has said so may register a child. */
export async function guardianOf(ports: Ports): Promise<Resident | undefined> {
  const family = await familyOf(ports)
  return family.find(({ relation }) => relation === 'self')?.resident
}

/** Adds a child to the caller's family, with the guardian's consent on record. */
export async function joinAsGuardian(
  ports: Ports,
  child: Resident,
  text: GuardianConsent,
): Promise<FamilyMember> {
  const caller = callerIndex(ports)
  const givenAt = ports.clock.now()
  const fields: ConsentFields = { callerIndex: caller, residentId: child.id, text, givenAt }
  await ports.store.insert('consents', `${caller}-${child.id}-${givenAt}`, fields)
  return joinFamily(ports, child, 'family')
}
