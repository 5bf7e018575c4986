import { canonicalJson } from '../../_ports/canonicalJson'
import type { Cipher } from '../../_ports/cipher'
import type { Documents, Stored } from '../../_ports/store'
import { contactOf, openContact, type ContactFields } from '../../_residents/contactRecord'
import type { ResidentFields } from '../../_residents/residentRecord'
import { knownFacts, type Applied, type PersonChange } from '../importChanges'

/** A resident, and their contact, as the import left them. */
export interface AsLeft {
  resident: Stored<ResidentFields>
  /** Where the import touched it. */
  contact: Stored<ContactFields> | undefined
}

/**
 * Somebody an import touched, as long as all it said of them still stands: compared by what is said, because another key or a later
 * import that was undone leaves the same facts under another revision. Undefined where somebody has changed it since.
 */
export async function standsAsLeft(
  cipher: Cipher,
  documents: Pick<Documents, 'get'>,
  { change, contact: touched }: Applied<PersonChange>,
): Promise<AsLeft | undefined> {
  const resident = await documents.get<ResidentFields>('residents', change.residentId)
  if (!resident || canonicalJson(knownFacts(resident.fields)) !== canonicalJson(change.after))
    return undefined
  if (!touched) return { resident, contact: undefined }
  const contact = await contactOf(documents, change.residentId)
  const says = openContact(cipher, contact)
  return canonicalJson(says) === canonicalJson(touched.after) ? { resident, contact } : undefined
}
