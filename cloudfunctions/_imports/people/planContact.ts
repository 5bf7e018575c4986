import type { Cipher } from '../../_ports/cipher'
import type { Documents, Stored } from '../../_ports/store'
import { contactOf, openContact, type Contact, type ContactFields } from '../../_residents/contactRecord'
import type { SealedPart } from '../../_residents/residentParts'
import type { ResidentFields } from '../../_residents/residentRecord'

/** How to reach somebody, as it is known and as the row would have it. */
export interface ContactPlan {
  standing: Stored<ContactFields> | undefined
  before: Contact
  after: Contact
  /** The town whose staff may see it. */
  town: string | null
}

/**
 * How a row would change what is known of reaching somebody; undefined where it would not. `movesTo`: the town the row brings them
 * to, undefined where they stay.
 */
export async function planContact(
  cipher: Cipher,
  documents: Pick<Documents, 'get'>,
  { id, fields }: Stored<ResidentFields>,
  movesTo: string | null | undefined,
  said: Contact,
): Promise<ContactPlan | undefined> {
  const town = movesTo === undefined ? fields.town : movesTo
  const saysNothing = Object.keys(said).length === 0
  if (saysNothing && town === fields.town) return undefined
  const standing = await contactOf(documents, id)
  const before = openContact(cipher, standing)
  const isKnown = (Object.keys(said) as (keyof Contact)[]).every((field) => said[field] === before[field])
  if (isKnown && (!standing || standing.fields.town === town)) return undefined
  return { standing, before, after: { ...before, ...said }, town }
}

/** What is said of reaching somebody, of which it is kept who said it; a household's number is compared by its index. */
export const sealedPartsOf = (said: Contact, before: Contact = {}): SealedPart[] =>
  (['address', 'phone', 'account'] as const).filter((part) => said[part] !== before[part])
