import type { ImportKind } from '../../../shared/contracts/imports'
import type { Cipher } from '../../_ports/cipher'
import { canonicalJson } from '../../_ports/canonicalJson'
import type { StaffPorts } from '../../_ports/ports'
import type { Documents, Stored } from '../../_ports/store'
import { residentIndexId, type ResidentIndexFields } from '../../_residents/recogniseResident'
import { householdIndexOf, nameIndexOf, type ResidentFields } from '../../_residents/residentRecord'
import { sourcesOf } from '../../_residents/sourceRecord'
import { kindOf } from '../importKinds'
import type { Import } from '../importRecord'
import type { Planned } from '../rowWork'
import { addPerson } from './addPerson'
import { besideCorrections } from './besideCorrections'
import { changePerson, noteContradictions } from './changePerson'
import { planContact } from './planContact'
import type { PersonRow } from './readPerson'

/** Whom an index leads to when an addition was undone. */
export const nobody = 'nobody'

/**
 * What one person's row would do to the residents as they are now. `documents` shows those within the caller's reach only:
 * somebody of another town is the same as nobody, by the same reads.
 */
export async function planPerson(
  ports: StaffPorts,
  { get }: Pick<Documents, 'get'>,
  standing: Import,
  person: PersonRow,
): Promise<Planned> {
  const { cipher, clock, staff } = ports
  const { kind } = standing.fields
  const index = await get<ResidentIndexFields>(
    'residentIndex',
    residentIndexId(cipher, staff.region, person.idNumber),
  )
  const resident = await get<ResidentFields>('residents', index?.fields.residentId ?? nobody)
  if (!resident)
    return kindOf(kind).adds
      ? { kind: 'added', apply: (documents) => addPerson(ports, documents, standing, person) }
      : { kind: 'rejected', field: 'idNumber', reason: 'unknownHere' }
  if (resident.fields.nameIndex !== nameIndexOf(cipher, person.name, person.idNumber))
    return { kind: 'rejected', field: 'name', reason: 'otherName' }
  const fields = withRow(cipher, resident, kind, person, clock.today())
  const contact = await planContact(cipher, { get }, resident, fields?.town, person.contact)
  if (!fields && !contact) return { kind: 'same' }
  const wanted = { fields: fields ?? resident.fields, contact }
  const changes = besideCorrections(await sourcesOf({ get }, resident.id), resident.fields, wanted)
  const isSame = !changes.contact && canonicalJson(changes.fields) === canonicalJson(resident.fields)
  const source = { kind: 'import', ref: standing.id, roster: kind, at: clock.now() } as const
  return isSame
    ? { kind: 'same', note: (documents) => noteContradictions(documents, resident.id, changes, source) }
    : { kind: 'changed', apply: (documents) => changePerson(ports, documents, resident, changes, source) }
}

/** The resident with what the roster says; undefined where they say it already. */
function withRow(
  cipher: Cipher,
  { fields }: Stored<ResidentFields>,
  kind: ImportKind,
  person: PersonRow,
  today: string,
): ResidentFields | undefined {
  const { adds, otherCover } = kindOf(kind)
  if (adds) return withPlace(cipher, fields, person)
  if (otherCover) return otherCover === fields.otherCover ? undefined : { ...fields, otherCover }
  const { identity, since } = person
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

/** What the register leaves empty stays as it is known. */
function withPlace(
  cipher: Cipher,
  fields: ResidentFields,
  { town, village, contact }: PersonRow,
): ResidentFields | undefined {
  const { household: number } = contact
  const household = number === undefined ? fields.household : householdIndexOf(cipher, fields.region, number)
  const said = { town: town ?? fields.town, village: village ?? fields.village, household }
  const isSame =
    said.town === fields.town && said.village === fields.village && household === fields.household
  return isSame ? undefined : { ...fields, ...said }
}

/** The kinds of identity that an office decides: its roster replaces what it said before, and nobody else's word. */
const kindsOfIdentity = (kind: ImportKind): ReadonlySet<string> =>
  new Set(Object.values(kindOf(kind).identities ?? {}).map((code) => code.split('/')[0] ?? ''))
