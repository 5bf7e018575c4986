import type { Relation } from '../../shared/contracts/fields'
import type { Ports } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import {
  actingOf,
  mostGuardians,
  nobodyActs,
  personIndexOf,
  withActing,
  type Acting,
  type ActsForFields,
} from './actsForRecord'
import { callerIndex, memberAs, nobodyNamed, type FamilyFields, type FamilyMember } from './family'
import { isOfGuardian, noteConsent, type Consent } from './consentRecord'
import type { Resident } from './residentRecord'

/** What the caller says when naming somebody. */
export interface Said {
  relation: Relation
  /** The texts the caller has agreed to, by their versions; a guardian's is among them for a child. */
  consents: readonly Consent[]
}

export type Joined =
  /** `selfTaken`: another caller is taken for this person, so this one is a proxy until the bureau decides. */
  | { kind: 'joined'; member: FamilyMember; selfTaken: boolean }
  /** The person has ended it: to this caller they are as absent as somebody who does not exist. */
  | { kind: 'ended' }
  /** The caller is taken for somebody else already. */
  | { kind: 'anotherSelf' }

/** True where the caller is taken for a person with another ID number, whether or not this one exists. */
export async function isAnotherSelf(ports: Ports, idNumber: string): Promise<boolean> {
  const family = await ports.store.get<FamilyFields>('families', callerIndex(ports))
  const self = family?.fields.self ?? null
  return self !== null && self !== personIndexOf(ports.cipher, idNumber)
}

/** Adds a resident to the caller's family, or changes what was said about them, in one transaction. */
export function joinFamily(ports: Ports, resident: Resident, said: Said): Promise<Joined> {
  const caller = callerIndex(ports)
  const person = personIndexOf(ports.cipher, resident.idNumber)
  const link = ports.cipher.randomId()
  const now = ports.clock.now()
  return ports.store.transaction(async (documents): Promise<Joined> => {
    const family = await documents.get<FamilyFields>('families', caller)
    const acts = await documents.get<ActsForFields>('actsFor', person)
    const { members, self } = family?.fields ?? nobodyNamed
    const before = acts?.fields ?? nobodyActs
    const known = actingOf(before, caller)
    if (known && known.endedAt !== null) return { kind: 'ended' }
    if (said.relation === 'self' && self !== null && self !== person) return { kind: 'anotherSelf' }

    const acting: Acting = {
      callerIndex: caller,
      link: known?.link ?? link,
      relation: said.relation,
      guardian: isGuardian(before, known, said),
      since: known?.since ?? now,
      endedAt: null,
    }
    const after: ActsForFields = { ...withActing(before, acting), self: selfAfter(before, acting) }
    await put(documents, 'actsFor', person, acts?.revision, after)
    await put(documents, 'families', caller, family?.revision, {
      members: members.includes(resident.id) ? members : [...members, resident.id],
      self: after.self === caller ? person : self === person ? null : self,
    })
    for (const text of said.consents)
      await noteConsent(documents, { callerIndex: caller, residentId: resident.id, text }, now)
    const member = memberAs(ports, resident, after, acting)
    return { kind: 'joined', member, selfTaken: said.relation === 'self' && after.self !== caller }
  })
}

function isGuardian({ callers }: ActsForFields, known: Acting | undefined, { consents }: Said): boolean {
  if (known?.guardian) return true
  const guardians = callers.filter(({ guardian, endedAt }) => guardian && endedAt === null)
  return consents.some(isOfGuardian) && guardians.length < mostGuardians
}

/** The first who says so is taken for the person; saying otherwise later gives it up. */
function selfAfter({ self }: ActsForFields, { callerIndex: caller, relation }: Acting): string | null {
  if (relation === 'self') return self ?? caller
  return self === caller ? null : self
}

async function put(
  documents: Documents,
  collection: string,
  id: string,
  revision: number | undefined,
  fields: FamilyFields | ActsForFields,
): Promise<void> {
  if (revision === undefined) await documents.insert(collection, id, fields)
  else await documents.replace(collection, id, revision, fields)
}
