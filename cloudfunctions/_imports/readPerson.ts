import type { ImportField, ImportKind, ImportMapping, ImportReason } from '../../shared/contracts/imports'
import { readIdNumber } from '../../shared/identity/idNumber'
import { isCivilDay, type CivilDay } from '../../shared/rules/civilDay'
import type { Cell, RosterRow } from '../_rosters/rosterFile'
import { kindOf } from './importKinds'

/** What a row says of one person. */
export interface PersonRow {
  name: string
  idNumber: string
  town: string | null
  identity: string | null
  since: CivilDay | null
}

/** A row that is not taken: which column (from 1) is wrong, and why. */
export type RejectedRow = { column: number; reason: ImportReason }

export interface Reading {
  kind: ImportKind
  mapping: ImportMapping
  /** The towns of the region's tables; empty where they list none, and any name is taken. */
  towns: ReadonlySet<string>
  today: CivilDay
}

/** Letters of any script, and the middle dot inside a name. */
const nameForm = /^[\p{Script=Han}\p{L}·]{2,50}$/u

/** Reads one row by the columns' names; the first thing that is wrong with it is its reason. */
export function readPerson(
  { kind, mapping, towns, today }: Reading,
  row: RosterRow,
): { person: PersonRow } | { rejected: RejectedRow } {
  const cell = (field: ImportField): Cell => {
    const column = mapping[field]
    return column === undefined ? '' : (row.cells[column - 1] ?? '')
  }
  const reject = (field: ImportField, reason: ImportReason) => ({
    rejected: { column: mapping[field] ?? 1, reason },
  })
  const name = String(cell('name')).replace(/\s/g, '')
  if (name === '') return reject('name', 'nameMissing')
  if (!nameForm.test(name.replace(/[•・‧∙⋅.]/g, '·'))) return reject('name', 'nameForm')
  const written = cell('idNumber')
  if (written === '') return reject('idNumber', 'idMissing')
  if (typeof written === 'number' || /^\d(\.\d+)?E\+?\d+$/i.test(written))
    return reject('idNumber', 'numericId')
  const read = readIdNumber(written.replace(/^['‘’`]/, ''), today)
  if (read.kind === 'wrong') return reject('idNumber', read.problem)
  const town = String(cell('town')).replace(/\s/g, '')
  if (mapping.town !== undefined && !(towns.size > 0 ? towns.has(town) : town !== ''))
    return reject('town', 'townUnknown')
  const { identities } = kindOf(kind)
  const identity = identities?.[String(cell('identity')).replace(/\s/g, '')] ?? null
  if (identities && identity === null) return reject('identity', 'identityUnknown')
  const since = dayOf(cell('since'))
  if (since === undefined) return reject('since', 'dateForm')
  return { person: { name, idNumber: read.id.number, town: town || null, identity, since } }
}

/** A day as people write one; null for none, undefined for what is no day. */
function dayOf(cell: Cell): CivilDay | null | undefined {
  if (cell === '') return null
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(cell)) ?? []
  const written = year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const whole = /^\d{8}$/.test(String(cell)) ? String(cell).replace(/^(....)(..)(..)$/, '$1-$2-$3') : written
  return isCivilDay(whole) ? whole : undefined
}
