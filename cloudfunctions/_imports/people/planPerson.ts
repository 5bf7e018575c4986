import type { ImportKind } from '../../../shared/contracts/imports'
import type { Cipher } from '../../_ports/cipher'
import { canonicalJson } from '../../_ports/canonicalJson'
import type { StaffPorts } from '../../_ports/ports'
import type { Documents, Stored } from '../../_ports/store'
import { identityPart, type Part } from '../../_residents/residentParts'
import { householdIndexOf, type ResidentFields } from '../../_residents/residentRecord'
import { endingOf, noteContradiction, sourcesOf, type SourcesFields } from '../../_residents/sourceRecord'
import { kindOf } from '../importKinds'
import type { Import } from '../importRecord'
import { noteDoubt } from '../nameDoubts'
import type { Planned } from '../rowWork'
import { addPerson } from './addPerson'
import { besideCorrections } from './besideCorrections'
import { changePerson, noteContradictions } from './changePerson'
import { findPerson } from './findPerson'
import { planContact } from './planContact'
import type { PersonRow } from './readPerson'
import { withIdentity } from './withIdentity'

/** What one person's row, of that number in the file, would do to the residents as they are now. */
export async function planPerson(
  ports: StaffPorts,
  documents: Pick<Documents, 'get'>,
  standing: Import,
  person: PersonRow,
  row: number,
): Promise<Planned> {
  const { cipher, clock } = ports
  const { kind } = standing.fields
  const resident = await findPerson(ports, documents, person)
  if (resident === 'unknownHere')
    return kindOf(kind).adds
      ? { kind: 'added', apply: (all) => addPerson(ports, all, standing, person, row) }
      : { kind: 'rejected', field: 'idNumber', reason: 'unknownHere' }
  if ('otherName' in resident) return otherName(ports, standing, resident.otherName, person, row)
  const fields = withRow(cipher, resident, kind, person, clock.today())
  const contact = await planContact(cipher, documents, resident, fields?.town, person.contact)
  if (!fields && !contact) return { kind: 'same', residentId: resident.id }
  const sources = await sourcesOf(documents, resident.id)
  const source = { kind: 'import', ref: standing.id, roster: kind, row, at: clock.now() } as const
  const ended = endedIdentity(sources, person)
  if (ended)
    return {
      kind: 'rejected',
      field: 'identity',
      reason: 'endedByCorrection',
      note: (all) => noteContradiction(all, resident.id, ended, source),
    }
  const wanted = { fields: fields ?? resident.fields, contact }
  const changes = besideCorrections(sources, resident.fields, wanted)
  const isSame = !changes.contact && canonicalJson(changes.fields) === canonicalJson(resident.fields)
  return isSame
    ? {
        kind: 'same',
        residentId: resident.id,
        note: (all) => noteContradictions(all, resident.id, changes, source),
      }
    : {
        kind: 'changed',
        residentId: resident.id,
        apply: (all) => changePerson(ports, all, resident, changes, source),
      }
}

/** The row is not taken; whether it is about this person all the same, the bureau is asked by the next match. */
function otherName(
  ports: StaffPorts,
  standing: Import,
  resident: Stored<ResidentFields>,
  { name, identity: code, since }: PersonRow,
  row: number,
): Planned {
  const rejected = { kind: 'rejected', field: 'name', reason: 'otherName' } as const
  if (code === null) return rejected
  const doubt = { name, row, code, since }
  return { ...rejected, note: (all) => noteDoubt(ports, all, standing, resident, doubt) }
}

/** The row's identity, where a correction says that this person does not have it, in whatever grade. */
function endedIdentity(sources: SourcesFields | undefined, { identity }: PersonRow): Part | undefined {
  const part = identity === null ? undefined : identityPart(identity)
  return part !== undefined && endingOf(sources, part) ? part : undefined
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
  return withIdentity(fields, kind, { code: identity, since }, today)
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
