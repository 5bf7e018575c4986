/**
 * What an import did, chunk by chunk (`importChanges/<id>-<n>`): facts of residents before and after, never their names or numbers,
 * and sealed together what was known of how to reach them.
 */
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Fields } from '../_ports/store'
import type { Contact } from '../_residents/contactRecord'
import type { Said } from '../_residents/sourceRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import { chunkId } from './importRecord'

/** What an import may change of a resident. */
export type ImportedFacts = Pick<
  ResidentFields,
  'town' | 'village' | 'household' | 'identities' | 'otherCover'
>

/** Everything of a resident that is compared to know whether somebody has changed it since; a seal may be made anew. */
export type KnownFacts = Omit<ResidentFields, 'sealedPerson'>

/** What a row did to one resident. */
export type PersonChange = {
  residentId: string
  /** Where the index of an added resident stands; null for a changed one. */
  indexId: string | null
  /** Null for an added one. */
  before: ImportedFacts | null
  after: KnownFacts
  /** Who had said what before. */
  said: Said[]
}

/** What a row did to one target. */
export type TargetChange = {
  targetId: string
  /** Null where there was none. */
  headsBefore: number | null
  headsAfter: number
}

/** A row was taken down as this payment. */
export type PaymentChange = { paymentId: string }

export type ImportChange = PersonChange | TargetChange | PaymentChange

/** One thing an import did, and where it touched a contact, how that was before (null: nothing was known) and after. */
export interface Applied<Change extends ImportChange = ImportChange> {
  change: Change
  contact?: { before: Contact | null; after: Contact }
}

/** `sealedContacts`: by the place in `changes`; null where no contact was touched. */
export type ImportChangesFields = { changes: ImportChange[]; sealedContacts: string | null } & Fields

type Contacts = Record<number, Applied['contact']>

/** One chunk's document. */
export function changesDocument(
  cipher: Cipher,
  id: string,
  applied: readonly Applied[],
): ImportChangesFields {
  const contacts: Contacts = Object.fromEntries(
    applied.flatMap(({ contact }, place) => (contact ? [[place, contact]] : [])),
  )
  const touched = Object.keys(contacts).length > 0
  return {
    changes: applied.map(({ change }) => change),
    sealedContacts: touched ? cipher.seal(JSON.stringify(contacts), contextOf(id)) : null,
  }
}

function changesIn(cipher: Cipher, id: string, fields: ImportChangesFields | undefined): Applied[] {
  if (!fields) return []
  const { changes, sealedContacts } = fields
  const contacts =
    sealedContacts === null ? {} : (JSON.parse(cipher.open(sealedContacts, contextOf(id))) as Contacts)
  return changes.map((change, place) => ({ change, contact: contacts[place] }))
}

/** What an import did in one of its chunks; nothing where there is none. */
export async function changesOf(
  { get }: Pick<Documents, 'get'>,
  cipher: Cipher,
  importId: string,
  chunk: number,
): Promise<Applied[]> {
  const id = chunkId(importId, chunk)
  return changesIn(cipher, id, (await get<ImportChangesFields>('importChanges', id))?.fields)
}

const contextOf = (id: string): string => sealContext(sealedFields.importContacts, id)

/** What an import may change of a resident, as it was. */
export const factsBefore = ({
  town,
  village,
  household,
  identities,
  otherCover,
}: ResidentFields): ImportedFacts => ({
  town,
  village,
  household,
  identities,
  otherCover,
})

/** The resident without the seal. */
export function knownFacts({ sealedPerson: _seal, ...facts }: ResidentFields): KnownFacts {
  return facts
}
