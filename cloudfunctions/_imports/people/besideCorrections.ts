import { canonicalJson } from '../../_ports/canonicalJson'
import { partsOf, type Part, type SealedPart } from '../../_residents/residentParts'
import type { ResidentFields } from '../../_residents/residentRecord'
import { sourceOf, type SourcesFields } from '../../_residents/sourceRecord'
import type { ContactPlan } from './planContact'

/** What a row would make of a resident and of how to reach them. */
export interface PersonChanges {
  fields: ResidentFields
  contact: ContactPlan | undefined
}

const plain = ['town', 'village', 'household', 'otherCover'] as const
const sealed = ['address', 'phone', 'account'] as const satisfies readonly SealedPart[]

/** What is left of a row where an office has corrected this resident: the correction stands, and what the row says is `contradicted`. */
export function besideCorrections(
  sources: SourcesFields | undefined,
  before: ResidentFields,
  { fields, contact }: PersonChanges,
): PersonChanges & { contradicted: Part[] } {
  const isCorrected = (part: Part): boolean => sourceOf(sources, part)?.kind === 'correction'
  const contradicted: Part[] = []
  const kept: ResidentFields = { ...fields }
  for (const part of plain)
    if (fields[part] !== before[part] && isCorrected(part)) {
      Object.assign(kept, { [part]: before[part] })
      contradicted.push(part)
    }
  const identity = correctedIdentity(before, fields, isCorrected)
  if (identity) {
    kept.identities = before.identities
    contradicted.push(identity)
  }
  if (!contact) return { fields: kept, contact, contradicted }
  const after = { ...contact.after }
  for (const part of sealed)
    if (after[part] !== contact.before[part] && isCorrected(part)) {
      Object.assign(after, { [part]: contact.before[part] })
      contradicted.push(part)
    }
  const moved = { ...contact, after, town: kept.town }
  const isSame = canonicalJson(after) === canonicalJson(contact.before)
  const stays = isSame && (contact.standing?.fields.town ?? kept.town) === kept.town
  return { fields: kept, contact: stays ? undefined : moved, contradicted }
}

/** A corrected identity that the row would change or take away. */
const correctedIdentity = (
  before: ResidentFields,
  after: ResidentFields,
  isCorrected: (part: Part) => boolean,
): Part | undefined =>
  [...partsOf(before)]
    .filter(([part, value]) => part.startsWith('identity.') && partsOf(after).get(part) !== value)
    .map(([part]) => part)
    .find(isCorrected)
