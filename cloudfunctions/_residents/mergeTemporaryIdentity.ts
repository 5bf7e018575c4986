/**
 * 身份合并: a child known by its birth certificate has got an ID number. Everything that hangs on the number moves in one
 * transaction: the seal, the indexes, the claims of every year and the orders that hold them. Enrollments and payments hang on
 * the resident and stay. Afterwards nothing can be paid under the certificate's number any more.
 */
import type { IdNumber } from '../../shared/identity/idNumber'
import { isCertificate } from '../../shared/identity/birthCertificate'
import { noteEvent } from '../_audit/noteEvent'
import { childIdOf, claimWithoutYear, noteClaimOfChild, type MergedFields } from '../_orders/oneChild'
import {
  changeOrder,
  claimIdOf,
  freeClaim,
  isHeld,
  standingOrder,
  type ClaimFields,
} from '../_orders/orderRecord'
import type { AuditActor } from '../_ports/audit'
import type { ServicePorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { moveActsFor } from './moveActsFor'
import { moveContact } from './moveContact'
import { residentIndexId, type ResidentIndexFields } from './recogniseResident'
import { letGo } from './mergedResident'
import { identityPart, partsOf } from './residentParts'
import { endingOf, noteSource, sourcesOf, takeOver, type SourcesFields } from './sourceRecord'
import {
  isNobodys,
  nameIndexOf,
  openResident,
  sealPerson,
  type Resident,
  type ResidentFields,
} from './residentRecord'

export type Merged =
  | 'merged'
  /** Known by an ID number already, by another one, or made one with a record that is. */
  | 'notTemporary'
  /** The ID number says another birth day or sex, or a roster another name: it is not this child's, or one was mistyped. */
  | 'otherChild'
  /** Somebody is paid for, or enrolled, under the ID number: two payments may stand, and a person decides. */
  | 'claimHeld'
  /** The certificate has become another ID number in another place. */
  | 'otherIdentity'

/** `actor` as the audit log names who does it: `resident:<index>` or `staff:<id>`. */
export const mergeTemporaryIdentity = (
  ports: ServicePorts,
  residentId: string,
  id: IdNumber,
  actor: AuditActor,
): Promise<Merged> =>
  ports.store.transaction((documents) => mergeTemporaryIn(ports, documents, { residentId, id, actor }))

/** The same, inside a transaction that does more. */
export async function mergeTemporaryIn(
  ports: ServicePorts,
  documents: Documents,
  { residentId, id, actor }: { residentId: string; id: IdNumber; actor: AuditActor },
): Promise<Merged> {
  const { cipher, clock } = ports
  const stored = await documents.get<ResidentFields>('residents', residentId)
  if (!stored) throw new Error('no such resident')
  const child = openResident(cipher, stored)
  if (child.idNumber === id.number) return 'merged'
  // Made one with another record at the same moment: that one goes on, under its own number.
  if (!isCertificate(child.idNumber) || isNobodys(stored)) return 'notTemporary'
  if (child.facts.born !== id.born || child.facts.sex !== id.sex) return 'otherChild'
  const roster = await rosterOf(ports, documents, child, id)
  if (roster.resident && !isNamed(ports, roster.resident, child, id)) return 'otherChild'
  const moved = await moveClaims(ports, documents, child, id)
  if (moved !== 'moved') return moved
  await moveResident(ports, documents, { stored, child, id, roster, actor })
  await moveActsFor(ports, documents, child.idNumber, id.number)
  await noteEvent(documents, `merged-${residentId}`, {
    actor,
    action: 'identityMerged',
    object: `residents/${residentId}`,
    at: clock.now(),
    details: {},
  })
  return 'merged'
}

async function moveClaims(
  ports: ServicePorts,
  documents: Documents,
  child: Resident,
  id: IdNumber,
): Promise<'moved' | 'claimHeld' | 'otherIdentity'> {
  const [from, into] = [child.idNumber, id.number].map((number) =>
    claimWithoutYear(claimIdOf(ports.cipher, number, 0)),
  ) as [string, string]
  const before = await documents.get<MergedFields>('mergedIdentities', from)
  // Another place knows the same child, and has moved the claims.
  if (before) return before.fields.into === into ? 'moved' : 'otherIdentity'

  const years = [...new Set(ports.policies.all().map(({ coverageYear }) => coverageYear))]
  const pairs = []
  for (const year of years) {
    const temporary = await documents.get<ClaimFields>('claims', `${from}-${year}`)
    const lasting = await documents.get<ClaimFields>('claims', `${into}-${year}`)
    if (lasting && isHeld(lasting.fields)) return 'claimHeld'
    pairs.push({ year, temporary, lasting })
  }
  for (const { year, temporary, lasting } of pairs) {
    const held = temporary?.fields ?? freeClaim
    // Written also where nothing is held: who takes one of the two at the same moment must look again.
    await putOver(documents, 'claims', `${into}-${year}`, lasting, held)
    await putOver(documents, 'claims', `${from}-${year}`, temporary, freeClaim)
    if (held.orderNumber !== null)
      await renameClaim(documents, held.orderNumber, `${from}-${year}`, `${into}-${year}`)
    const childId = childIdOf(ports.cipher, child, year)
    if (childId !== null) await noteClaimOfChild(documents, childId, into)
  }
  await documents.insert('mergedIdentities', from, { into } satisfies MergedFields)
  return 'moved'
}

/** The order goes on holding the child, by the lasting claim: closing it or paying it back lets go of that one. */
async function renameClaim(
  documents: Documents,
  orderNumber: string,
  from: string,
  into: string,
): Promise<void> {
  const order = await standingOrder(documents, orderNumber)
  const lines = order.fields.lines.map((line) => (line.claimId === from ? { ...line, claimId: into } : line))
  await changeOrder(documents, order, { lines })
}

interface Roster {
  indexId: string
  index: Stored<ResidentIndexFields> | undefined
  resident: Stored<ResidentFields> | undefined
}

/** Whom the place knows by the ID number: a roster may have brought the child meanwhile. */
async function rosterOf(
  { cipher }: ServicePorts,
  documents: Documents,
  { region }: Resident,
  { number }: IdNumber,
): Promise<Roster> {
  const indexId = residentIndexId(cipher, region, number)
  const index = await documents.get<ResidentIndexFields>('residentIndex', indexId)
  const resident = index && (await documents.get<ResidentFields>('residents', index.fields.residentId))
  return { indexId, index, resident }
}

const isNamed = (
  { cipher }: ServicePorts,
  { fields }: Stored<ResidentFields>,
  { name }: Resident,
  { number }: IdNumber,
): boolean => fields.nameIndex === nameIndexOf(cipher, name, number)

interface Moving {
  stored: Stored<ResidentFields>
  child: Resident
  id: IdNumber
  roster: Roster
  actor: AuditActor
}

/** The certificate goes on leading to the child, so that whoever has only that finds the same one. */
async function moveResident(
  { cipher, clock }: ServicePorts,
  documents: Documents,
  { stored, child: { name, facts }, id: { number, born, sex }, roster, actor }: Moving,
): Promise<void> {
  const { parentInsured, couldNotEnrollInBirthYear } = facts
  const child = { born, sex, parentInsured, couldNotEnrollInBirthYear }
  const sources = await sourcesOf(documents, stored.id)
  const fields: ResidentFields = {
    ...stored.fields,
    ...(roster.resident && rosterFacts(roster.resident.fields, sources)),
    sealedPerson: sealPerson(cipher, stored.id, name, number, child),
    nameIndex: nameIndexOf(cipher, name, number),
  }
  await documents.replace('residents', stored.id, stored.revision, fields)
  const source = { kind: 'merge', ref: actor, at: clock.now() } as const
  await noteSource(documents, stored.id, {
    source,
    before: stored.fields,
    after: fields,
    sealed: ['idNumber'],
  })
  await putOver(documents, 'residentIndex', roster.indexId, roster.index, { residentId: stored.id })
  if (!roster.resident) return
  const [taken, stands] = [roster.resident.fields, fields].map((one) => new Set(partsOf(one).keys()))
  await takeOver(documents, roster.resident.id, stored.id, taken ?? new Set(), stands ?? new Set())
  await moveContact(cipher, documents, roster.resident.id, { ...stored, fields })
  await letGo(documents, roster.resident, stored.id, source.at)
}

/**
 * A roster has brought the child under its ID number meanwhile: what it knows is newer than what a guardian said, but for an identity
 * of which a correction says that it does not hold.
 */
const rosterFacts = (fields: ResidentFields, sources: SourcesFields | undefined) => {
  const { town, village, household, residence, otherCover, lastCovered, student } = fields
  const identities =
    fields.identities?.filter(({ code }) => !endingOf(sources, identityPart(code))) ?? fields.identities
  return { town, village, household, residence, identities, otherCover, lastCovered, student }
}
