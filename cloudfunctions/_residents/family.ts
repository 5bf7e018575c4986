/**
 * A caller's family (家人): the residents they have named, one document per caller. The one place that decides whether a
 * caller acts for somebody, and whether they may know why that person pays what they pay.
 */
import type { Relation } from '../../shared/contracts/fields'
import type { Member } from '../../shared/contracts/identify'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { CallerPorts } from '../_ports/ports'
import {
  actingOf,
  mayKnowWhy,
  nobodyActs,
  personIndexOf,
  relationTo,
  withActing,
  type Acting,
  type ActsForFields,
} from './actsForRecord'
import { isNobodys, openResident, type Resident, type ResidentFields } from './residentRecord'

export type FamilyFields = {
  /** Residents in the order in which they were named; two counties may each know the same person. */
  members: string[]
  /** The index of the person the caller is taken for (自己), in whatever county. */
  self: string | null
}

export const nobodyNamed: FamilyFields = { members: [], self: null }

export interface FamilyMember {
  resident: Resident
  relation: Relation
  /** Identities, reasons and clauses may be shown to the caller; otherwise only sums and days. */
  knowsWhy: boolean
}

/** The index under which everything of this caller is stored; the openid itself is not. */
export const callerIndex = ({ cipher, caller }: CallerPorts): string => cipher.index('caller', caller.openId)

/** Who the caller acts for, in the order in which they were added. */
export async function familyOf(ports: CallerPorts): Promise<FamilyMember[]> {
  const family = await ports.store.get<FamilyFields>('families', callerIndex(ports))
  const members = await Promise.all((family?.fields.members ?? []).map((id) => actingFor(ports, id)))
  return members.filter((member) => member !== undefined)
}

/** One member of the caller's family; somebody else's resident is as absent as one who does not exist. */
export async function memberOf(ports: CallerPorts, residentId: string): Promise<FamilyMember | undefined> {
  const family = await ports.store.get<FamilyFields>('families', callerIndex(ports))
  return actingFor(ports, family?.fields.members.includes(residentId) ? residentId : 'nobody')
}

async function actingFor(ports: CallerPorts, residentId: string): Promise<FamilyMember | undefined> {
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  if (!stored || isNobodys(stored)) return undefined
  const resident = openResident(ports.cipher, stored)
  const acts = await actsFor(ports, resident.idNumber)
  const acting = actingOf(acts, callerIndex(ports))
  return acting?.endedAt === null ? memberAs(ports, resident, acts, acting) : undefined
}

/** Who acts for a person, the caller or others. */
export async function actsFor({ store, cipher }: CallerPorts, idNumber: string): Promise<ActsForFields> {
  const acts = await store.get<ActsForFields>('actsFor', personIndexOf(cipher, idNumber))
  return acts?.fields ?? nobodyActs
}

export const memberAs = (
  { clock }: CallerPorts,
  resident: Resident,
  acts: ActsForFields,
  acting: Acting,
): FamilyMember => ({
  resident,
  relation: relationTo(acts, acting),
  knowsWhy: mayKnowWhy(acts, acting, resident.facts.born, clock.today()),
})

/** The caller's own person: undefined for everybody the caller only acts for. */
export async function selfOf(ports: CallerPorts, residentId: string): Promise<Resident | undefined> {
  const member = await memberOf(ports, residentId)
  return member?.relation === 'self' ? member.resident : undefined
}

/** Ends what another caller does for the caller's own person, or allows it again. False where there is no such caller. */
export function letActFor(ports: CallerPorts, self: Resident, link: string, may: boolean): Promise<boolean> {
  const caller = callerIndex(ports)
  const person = personIndexOf(ports.cipher, self.idNumber)
  const now = ports.clock.now()
  return ports.store.transaction(async (documents) => {
    const acts = await documents.get<ActsForFields>('actsFor', person)
    const acting = acts?.fields.callers.find((one) => one.link === link && one.callerIndex !== caller)
    if (!acts || !acting || acts.fields.self !== caller) return false
    const endedAt = may ? null : (acting.endedAt ?? now)
    await documents.replace('actsFor', person, acts.revision, withActing(acts.fields, { ...acting, endedAt }))
    return true
  })
}

/** A member as the phone may see them. */
export const shownMember = ({ resident, relation, knowsWhy }: FamilyMember): Member => ({
  residentId: resident.id,
  name: resident.name,
  maskedId: maskIdNumber(resident.idNumber),
  relation,
  knowsWhy,
})
