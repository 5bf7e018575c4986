import type { ImportKind } from '../../shared/contracts/imports'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import { residentIndexId, type ResidentIndexFields } from '../_residents/recogniseResident'
import { nameIndexOf, type ResidentFields } from '../_residents/residentRecord'
import { kindOf } from './importKinds'
import type { PersonRow, RejectedRow } from './readPerson'

/** Whom an index leads to when an addition was undone. */
export const nobody = 'nobody'

export type Plan =
  | { kind: 'added' }
  | { kind: 'changed'; resident: Stored<ResidentFields>; fields: ResidentFields }
  | { kind: 'same' }
  | { kind: 'rejected'; reason: RejectedRow['reason']; field: 'name' | 'idNumber' }

/**
 * What one person's row would do to the residents as they are now. `documents` shows those within the caller's reach only:
 * somebody of another town is the same as nobody, by the same reads.
 */
export async function planRow(
  { get }: Pick<Documents, 'get'>,
  cipher: Cipher,
  { kind, region, today }: { kind: ImportKind; region: string; today: string },
  person: PersonRow,
): Promise<Plan> {
  const index = await get<ResidentIndexFields>(
    'residentIndex',
    residentIndexId(cipher, region, person.idNumber),
  )
  const resident = await get<ResidentFields>('residents', index?.fields.residentId ?? nobody)
  if (!resident)
    return kindOf(kind).adds
      ? { kind: 'added' }
      : { kind: 'rejected', reason: 'unknownHere', field: 'idNumber' }
  if (resident.fields.nameIndex !== nameIndexOf(cipher, person.name, person.idNumber))
    return { kind: 'rejected', reason: 'otherName', field: 'name' }
  const fields = withRow(resident.fields, kind, person, today)
  return fields ? { kind: 'changed', resident, fields } : { kind: 'same' }
}

/** The resident with what the roster says; undefined where they say it already. */
function withRow(
  fields: ResidentFields,
  kind: ImportKind,
  { town, identity, since }: PersonRow,
  today: string,
): ResidentFields | undefined {
  const { adds, otherCover } = kindOf(kind)
  if (adds) return town === null || town === fields.town ? undefined : { ...fields, town }
  if (otherCover) return otherCover === fields.otherCover ? undefined : { ...fields, otherCover }
  if (identity === null) return undefined
  const own = kindsOfIdentity(kind)
  const known = fields.identities ?? []
  const standing = known.find(({ code }) => code === identity)
  const others = known.filter(({ code }) => !own.has(code.split('/')[0] ?? ''))
  const ofOffice = known.length - others.length
  if (standing && ofOffice === 1 && (since === null || since === standing.since)) return undefined
  const recognised = since ?? standing?.since ?? today
  return { ...fields, identities: [...others, { code: identity, since: recognised }] }
}

/** The kinds of identity that an office decides: its roster replaces what it said before, and nobody else's word. */
const kindsOfIdentity = (kind: ImportKind): ReadonlySet<string> =>
  new Set(Object.values(kindOf(kind).identities ?? {}).map((code) => code.split('/')[0] ?? ''))
