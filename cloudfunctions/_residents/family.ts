/** A caller's family (家人): the residents they have identified, one document per caller, found by the openid's index. */
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { Member } from '../../shared/contracts/identify'
import type { Ports } from '../_ports/ports'
import { openResident, type Resident, type ResidentFields } from './residentRecord'

type Relation = Member['relation']

export type FamilyFields = { members: { residentId: string; relation: Relation }[] }

export interface FamilyMember {
  resident: Resident
  relation: Relation
}

/** The index under which everything of this caller is stored; the openid itself is not. */
export const callerIndex = ({ cipher, caller }: Ports): string => cipher.index('caller', caller.openId)

/** Who the caller acts for, in the order in which they were added. */
export async function familyOf(ports: Ports): Promise<FamilyMember[]> {
  const family = await ports.store.get<FamilyFields>('families', callerIndex(ports))
  const members = await Promise.all(
    (family?.fields.members ?? []).map(async ({ residentId, relation }) => {
      const stored = await ports.store.get<ResidentFields>('residents', residentId)
      return stored && { resident: openResident(ports.cipher, stored), relation }
    }),
  )
  return members.filter((member) => member !== undefined)
}

/** One member of the caller's family; somebody else's resident is as absent as one who does not exist. */
export async function memberOf(ports: Ports, residentId: string): Promise<FamilyMember | undefined> {
  const family = await ports.store.get<FamilyFields>('families', callerIndex(ports))
  const member = family?.fields.members.find((one) => one.residentId === residentId)
  const stored = await ports.store.get<ResidentFields>('residents', member?.residentId ?? 'nobody')
  return member && stored && { resident: openResident(ports.cipher, stored), relation: member.relation }
}

/** Adds a resident to the caller's family, once. The first one is the caller, unless they say otherwise. */
export async function joinFamily(ports: Ports, resident: Resident, said?: Relation): Promise<FamilyMember> {
  const id = callerIndex(ports)
  return ports.store.transaction(async (documents) => {
    const family = await documents.get<FamilyFields>('families', id)
    const members = family?.fields.members ?? []
    const known = members.find((one) => one.residentId === resident.id)
    if (known) return { resident, relation: known.relation }
    const relation = said ?? (members.length === 0 ? 'self' : 'family')
    const fields: FamilyFields = { members: [...members, { residentId: resident.id, relation }] }
    if (family) await documents.replace('families', id, family.revision, fields)
    else await documents.insert('families', id, fields)
    return { resident, relation }
  })
}

/** A member as the phone may see them. */
export const shownMember = ({ resident, relation }: FamilyMember): Member => ({
  residentId: resident.id,
  name: resident.name,
  maskedId: maskIdNumber(resident.idNumber),
  relation,
})
