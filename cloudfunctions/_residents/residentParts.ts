import type { ResidentFields } from './residentRecord'

/**
 * What somebody can be the source of. `identities` that it is known which ones there are at all; `identity.<kind>` one of them,
 * by the vocabulary's code without its grade: each office says its own.
 */
export type Part = (typeof plainParts)[number] | SealedPart | 'identities' | `identity.${string}`

/** What stands sealed: whoever writes one says so, because a seal cannot be compared. */
export const sealedParts = ['name', 'idNumber', 'address', 'phone', 'account'] as const
export type SealedPart = (typeof sealedParts)[number]

const plainParts = [
  'town',
  'village',
  'household',
  'residence',
  'otherCover',
  'lastCovered',
  'student',
] as const satisfies readonly (keyof ResidentFields)[]

/** What is known of a resident, part by part, so that two states can be compared; what stands sealed is left out. */
export function partsOf(fields: ResidentFields): ReadonlyMap<Part, string> {
  const parts = new Map<Part, string>()
  for (const part of plainParts) if (fields[part] !== null) parts.set(part, JSON.stringify(fields[part]))
  if (fields.identities === null) return parts
  parts.set('identities', 'known')
  for (const identity of fields.identities)
    parts.set(identityPart(identity.code), `${identity.code}/${identity.since ?? ''}`)
  return parts
}

/** What is said otherwise after a change, or was said before and is not any more. */
export function changedParts(before: ResidentFields | undefined, after: ResidentFields): Part[] {
  const earlier = before ? partsOf(before) : new Map<Part, string>()
  const later = partsOf(after)
  const gone = [...earlier.keys()].filter((part) => !later.has(part))
  return [...[...later].flatMap(([part, value]) => (earlier.get(part) === value ? [] : [part])), ...gone]
}

export const identityPart = (code: string): Part => `identity.${code.split('/')[0] ?? code}`
