import type { RequestOf } from '../../shared/contracts/contract'
import type { CorrectedPart, CorrectPerson } from '../../shared/contracts/person'
import { isCertificate } from '../../shared/identity/birthCertificate'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { contactOf, openContact, sealContact } from '../_residents/contactRecord'
import { isNobodys, openResident, type ResidentFields } from '../_residents/residentRecord'
import { noteSource } from '../_residents/sourceRecord'
import { corrected, identitiesInWords } from './corrected'
import { noteCorrection, sealCorrection } from './correctionRecord'
import { isBeingPaidOtherwise } from './isBeingPaidOtherwise'

type Request = RequestOf<typeof CorrectPerson>
type Problem = (typeof CorrectPerson)['refusals'][number]

/** Corrects one part, inside a transaction: the person, who said it, and the correction with how it was and how it is. */
export async function applyCorrection(
  ports: StaffPorts,
  documents: Documents,
  id: string,
  request: Request,
): Promise<Problem | undefined> {
  const { cipher } = ports
  const { residentId, revision, correction } = request
  const stored = await documents.get<ResidentFields>('residents', residentId)
  if (!stored || isNobodys(stored)) return 'notFound'
  // Its answer was lost: it stands already.
  if (await documents.get('corrections', id)) return undefined
  if (stored.revision !== revision) return 'changedSince'
  if (correction.part === 'name' && isCertificate(openResident(cipher, stored).idNumber))
    return 'temporaryName'
  const household = openContact(cipher, await contactOf(documents, residentId)).household ?? null
  const after = { ...stored, fields: corrected(cipher, stored, correction) }
  const words = {
    before: wordsOf(ports, stored, correction.part, household),
    after: correction.part === 'household' ? correction.value : wordsOf(ports, after, correction.part, null),
  }
  if (words.before === words.after) return 'nothingNew'
  if (await isBeingPaidOtherwise(ports, documents, stored, after)) return 'orderOpen'
  await write(ports, documents, { id, request, stored, after, words })
  return undefined
}

interface Writing {
  id: string
  request: Request
  stored: Stored<ResidentFields>
  after: Stored<ResidentFields>
  words: { before: string | null; after: string | null }
}

async function write(
  ports: StaffPorts,
  documents: Documents,
  { id, request, stored, after, words }: Writing,
): Promise<void> {
  const { cipher, clock, staff } = ports
  const { correction, reason } = request
  const at = clock.now()
  await documents.replace('residents', stored.id, stored.revision, after.fields)
  await moveContact(ports, documents, after, correction)
  await noteSource(documents, stored.id, {
    source: { kind: 'correction', ref: id, at },
    before: stored.fields,
    after: after.fields,
    sealed: correction.part === 'name' ? ['name'] : [],
  })
  const document = correction.part === 'identities' ? correction.document : null
  await noteCorrection(documents, id, {
    residentId: stored.id,
    region: staff.region,
    part: correction.part,
    reason,
    sealedWords: sealCorrection(cipher, id, { ...words, words: request.words, document }),
    by: staff.staffId,
    at,
  })
}

/** The contact lies where the resident does, and holds the household's number in words. */
async function moveContact(
  { cipher }: StaffPorts,
  documents: Documents,
  { id, fields: { region, town } }: Stored<ResidentFields>,
  { part, value }: Request['correction'],
): Promise<void> {
  if (part !== 'household' && part !== 'town') return
  const standing = await contactOf(documents, id)
  const known = openContact(cipher, standing)
  const sealedContact = sealContact(cipher, id, part === 'household' ? { ...known, household: value } : known)
  const fields = { region, town, sealedContact }
  if (standing) await documents.replace('contacts', id, standing.revision, fields)
  else if (part === 'household') await documents.insert('contacts', id, fields)
}

/** A part as it is kept with a correction; `household` is the number, because the resident has its index alone. */
function wordsOf(
  { cipher }: StaffPorts,
  stored: Stored<ResidentFields>,
  part: CorrectedPart,
  household: string | null,
): string | null {
  if (part === 'name') return openResident(cipher, stored).name
  if (part === 'household') return household
  if (part === 'identities') return identitiesInWords(stored.fields.identities)
  return stored.fields[part]
}
