import type { ImportField, ImportKind, ImportReason } from '../../../shared/contracts/imports'
import { readIdNumber } from '../../../shared/identity/idNumber'
import { isCivilDay, type CivilDay } from '../../../shared/rules/civilDay'
import type { Cell } from '../../_rosters/rosterFile'
import { kindOf } from '../importKinds'
import { plainText, type CellOf } from '../rowCells'
import { readContact, type ReachedBy, type WrongField } from './readContact'

/** What a row says of one person. */
export interface PersonRow extends ReachedBy {
  name: string
  idNumber: string
  town: string | null
  identity: string | null
  since: CivilDay | null
}

export interface Reading {
  kind: ImportKind
  /** Whether the roster has a column of towns. */
  saysTown: boolean
  /** The towns of the region's tables; empty where they list none, and any name is taken. */
  towns: ReadonlySet<string>
  today: CivilDay
}

/** Letters of any script, and the middle dot inside a name. */
const nameForm = /^[\p{Script=Han}\p{L}·]{2,50}$/u

/** Reads one row by the columns' names; the first thing that is wrong with it is its reason. */
export function readPerson(
  { kind, saysTown, towns, today }: Reading,
  cell: CellOf,
): { person: PersonRow } | { wrong: WrongField } {
  const wrong = (field: ImportField, reason: ImportReason) => ({ wrong: { field, reason } })
  const name = plainText(cell('name'))
  if (name === '') return wrong('name', 'nameMissing')
  if (!nameForm.test(name.replace(/[•・‧∙⋅.]/g, '·'))) return wrong('name', 'nameForm')
  const written = cell('idNumber')
  if (written === '') return wrong('idNumber', 'idMissing')
  if (typeof written === 'number' || hasLostDigits(written)) return wrong('idNumber', 'numericId')
  const read = readIdNumber(written.replace(/^['‘’`]/, ''), today)
  if (read.kind === 'wrong') return wrong('idNumber', read.problem)
  const town = plainText(cell('town'))
  if (saysTown && !(towns.size > 0 ? towns.has(town) : town !== '')) return wrong('town', 'townUnknown')
  const { identities } = kindOf(kind)
  const identity = identities?.[plainText(cell('identity'))] ?? null
  if (identities && identity === null) return wrong('identity', 'identityUnknown')
  const since = dayOf(cell('since'))
  if (since === undefined) return wrong('since', 'dateForm')
  const reached = readContact(cell)
  if ('wrong' in reached) return reached
  return {
    person: { name, idNumber: read.id.number, town: town || null, identity, since, ...reached.reached },
  }
}

/** As a spreadsheet writes a long number into a CSV: `6.2E+17`. */
const hasLostDigits = (written: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(written)

/** A day as people write one; null for none, undefined for what is no day. */
function dayOf(cell: Cell): CivilDay | null | undefined {
  if (cell === '') return null
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(cell)) ?? []
  const written = year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const whole = /^\d{8}$/.test(String(cell)) ? String(cell).replace(/^(....)(..)(..)$/, '$1-$2-$3') : written
  return isCivilDay(whole) ? whole : undefined
}
