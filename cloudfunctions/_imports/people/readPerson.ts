import type { ImportField, ImportKind, ImportReason } from '../../../shared/contracts/imports'
import { readIdNumber } from '../../../shared/identity/idNumber'
import type { CivilDay } from '../../../shared/rules/civilDay'
import { kindOf } from '../importKinds'
import { unitIn, type Units } from '../unitIn'
import { dayOf, plainText, type CellOf } from '../rowCells'
import type { WrongField } from '../rowWork'
import { readContact, type ReachedBy } from './readContact'
import { hasLostDigits, idText } from './writtenId'

/** What a row says of one person. */
export interface PersonRow extends ReachedBy {
  name: string
  idNumber: string
  town: string | null
  identity: string | null
  since: CivilDay | null
}

/** By what rows of one file are read. */
export interface Reading {
  kind: ImportKind
  /** Whether the roster has a column of towns. */
  saysTown: boolean
  units: Units
  today: CivilDay
  /** Whether the file's ID numbers were rounded. */
  rounded: boolean
}

/** Letters of any script, and the middle dot inside a name. */
const nameForm = /^[\p{Script=Han}\p{L}·]{2,50}$/u

/** Name and ID number of a row. */
export function readWho(
  cell: CellOf,
  { today, rounded }: Pick<Reading, 'today' | 'rounded'>,
): { name: string; idNumber: string } | { wrong: WrongField } {
  const wrong = (field: ImportField, reason: ImportReason) => ({ wrong: { field, reason } })
  const name = plainText(cell('name'))
  if (name === '') return wrong('name', 'nameMissing')
  if (!nameForm.test(name.replace(/[•・‧∙⋅.]/g, '·'))) return wrong('name', 'nameForm')
  const written = cell('idNumber')
  if (written === '') return wrong('idNumber', 'idMissing')
  if (hasLostDigits(written, rounded)) return wrong('idNumber', 'numericId')
  const read = readIdNumber(idText(written), today)
  return read.kind === 'wrong' ? wrong('idNumber', read.problem) : { name, idNumber: read.id.number }
}

/** Reads one row by the columns' names; the first thing that is wrong with it is its reason. */
export function readPerson(reading: Reading, cell: CellOf): { person: PersonRow } | { wrong: WrongField } {
  const { kind, saysTown, units } = reading
  const wrong = (field: ImportField, reason: ImportReason) => ({ wrong: { field, reason } })
  const who = readWho(cell, reading)
  if ('wrong' in who) return who
  const { town, village } = unitIn(units, plainText(cell('town')), plainText(cell('village')) || null)
  const { towns } = units
  if (saysTown && !(towns.size > 0 ? towns.has(town) : town !== '')) return wrong('town', 'townUnknown')
  const { identities } = kindOf(kind)
  const identity = identities?.[plainText(cell('identity'))] ?? null
  if (identities && identity === null) return wrong('identity', 'identityUnknown')
  const since = dayOf(cell('since'))
  if (since === undefined) return wrong('since', 'dateForm')
  const reached = readContact(cell)
  if ('wrong' in reached) return reached
  return {
    person: { ...who, ...reached.reached, town: town || null, village, identity, since },
  }
}
