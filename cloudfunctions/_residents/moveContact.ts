import type { Cipher } from '../_ports/cipher'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { contactOf, openContact, sealContact, type ContactFields } from './contactRecord'
import type { ResidentFields } from './residentRecord'

/**
 * How the one record's person is reached is known of the other one from now on, sealed anew for it, unless more was known there already.
 * It lies where that one's person does: a contact of another town is nobody's to see.
 */
export async function moveContact(
  cipher: Cipher,
  documents: Documents,
  from: string,
  { id, fields: { region, town } }: Pick<Stored<ResidentFields>, 'id' | 'fields'>,
): Promise<void> {
  const [brought, standing] = [await contactOf(documents, from), await contactOf(documents, id)]
  const known = standing ?? brought
  if (!known) return
  const sealedContact = sealContact(cipher, id, openContact(cipher, known))
  const fields: ContactFields = { region, town, sealedContact }
  await putOver(documents, 'contacts', id, standing, fields)
}
