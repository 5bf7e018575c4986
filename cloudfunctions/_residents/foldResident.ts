/**
 * 并档: two records of a region turn out to be one person, and one of them stays. Everything that leads to the other leads here from now
 * on; facts, enrollments and payments of the one that stays are not touched. Nothing may be paid under the other one any more.
 */
import { isCertificate } from '../../shared/identity/birthCertificate'
import { noteEvent } from '../_audit/noteEvent'
import { claimWithoutYear, type MergedFields } from '../_orders/oneChild'
import { claimIdOf, freeClaim, type ClaimFields } from '../_orders/orderRecord'
import type { AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Policies } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { personIndexOf, type ActsForFields } from './actsForRecord'
import type { FamilyFields } from './family'
import { letGo } from './mergedResident'
import { moveActsFor } from './moveActsFor'
import { moveContact } from './moveContact'
import { residentIndexId, type ResidentIndexFields } from './recogniseResident'
import { partsOf } from './residentParts'
import { takeOver } from './sourceRecord'
import { openResident, type ResidentFields } from './residentRecord'

const nobody = 'nobody'

/** `gone` has no claim that is held: callers look first, in the same transaction. */
export async function foldResident(
  { cipher, clock, policies }: StaffPorts,
  documents: Documents,
  { kept, gone, actor }: { kept: Stored<ResidentFields>; gone: Stored<ResidentFields>; actor: AuditActor },
): Promise<void> {
  const [stays, goes] = [openResident(cipher, kept), openResident(cipher, gone)]
  const at = clock.now()
  await moveFamilies(documents, personIndexOf(cipher, goes.idNumber), gone.id, kept.id)
  await moveActsFor({ cipher }, documents, goes.idNumber, stays.idNumber)
  await moveContact(cipher, documents, gone.id, kept)
  const index = await documents.get<ResidentIndexFields>(
    'residentIndex',
    residentIndexId(cipher, goes.region, goes.idNumber),
  )
  // A certificate is this child's for ever. A mistyped ID number may be somebody else's.
  const leadsTo = isCertificate(goes.idNumber) ? kept.id : nobody
  if (index?.fields.residentId === gone.id)
    await documents.replace('residentIndex', index.id, index.revision, { residentId: leadsTo })
  await holdClaims(documents, cipher, policies, goes.idNumber)
  if (isCertificate(goes.idNumber)) {
    const [from, into] = [goes, stays].map(({ idNumber }) => claimWithoutYear(claimIdOf(cipher, idNumber, 0)))
    await documents.insert('mergedIdentities', from ?? '', { into: into ?? '' } satisfies MergedFields)
  }
  await takeOver(documents, gone.id, kept.id, new Set(), new Set(partsOf(kept.fields).keys()))
  await letGo(documents, gone, kept.id, at)
  await noteEvent(documents, `folded-${gone.id}`, {
    actor,
    action: 'recordsMerged',
    object: `residents/${kept.id}`,
    at,
    details: { gone: gone.id },
  })
}

/** Written also where nothing is held: who takes one of them at the same moment must look again. */
async function holdClaims(
  documents: Documents,
  cipher: Cipher,
  policies: Policies,
  idNumber: string,
): Promise<void> {
  for (const year of new Set(policies.all().map(({ coverageYear }) => coverageYear))) {
    const id = claimIdOf(cipher, idNumber, year)
    const claim = await documents.get<ClaimFields>('claims', id)
    await putOver(documents, 'claims', id, claim, claim?.fields ?? freeClaim)
  }
}

/** Whoever had the other record in their family has this one now. */
export async function moveFamilies(
  documents: Documents,
  person: string,
  from: string,
  into: string,
): Promise<void> {
  const acts = await documents.get<ActsForFields>('actsFor', person)
  for (const { callerIndex } of acts?.fields.callers ?? []) {
    const family = await documents.get<FamilyFields>('families', callerIndex)
    if (!family?.fields.members.includes(from)) continue
    const members = [...new Set(family.fields.members.map((id) => (id === from ? into : id)))]
    await documents.replace('families', callerIndex, family.revision, { ...family.fields, members })
  }
}
