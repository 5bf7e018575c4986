import type { ImportKind } from '../../../shared/contracts/imports'
import type { CivilDay } from '../../../shared/rules/civilDay'
import type { ResidentFields } from '../../_residents/residentRecord'
import { kindOf } from '../importKinds'

/** An identity as an office says it: since when, or that it does not say. */
export type Given = { code: string; since: CivilDay | null }

/**
 * The resident with what an office says: its roster replaces what it said before, and nobody else's word. Where it does not say since
 * when, that is what is known already, or else `day`. Undefined where it says nothing new.
 */
export function withIdentity(
  fields: ResidentFields,
  kind: ImportKind,
  { code, since }: Given,
  day: CivilDay,
): ResidentFields | undefined {
  const own = kindsOfIdentity(kind)
  const known = fields.identities ?? []
  const standing = known.find((one) => one.code === code)
  const others = known.filter((one) => !own.has(one.code.split('/')[0] ?? ''))
  const ofOffice = known.length - others.length
  if (standing && ofOffice === 1 && (since === null || since === standing.since)) return undefined
  const recognised = since ?? standing?.since ?? day
  return { ...fields, identities: [...others, { code, since: recognised }] }
}

/** The kinds of identity that an office decides. */
const kindsOfIdentity = (kind: ImportKind): ReadonlySet<string> =>
  new Set(Object.values(kindOf(kind).identities ?? {}).map((code) => code.split('/')[0] ?? ''))
