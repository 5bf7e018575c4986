/**
 * Imports (导入批次): `imports/<id>`, and what is parked with each, sealed: the file's parts (`importParts/<id>-<n>`), its rows in
 * chunks (`importRows/<id>-<n>`), what was rejected of a chunk (`importRejects`), and how everybody was before (`importChanges`).
 */
import type {
  ImportCounts,
  ImportDependents,
  ImportFileRefusal,
  ImportKind,
  ImportMapping,
  ImportShown,
  ImportState,
  RosterLists,
} from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import { kindsFor } from '../../shared/contracts/whoImports'
import type { CivilDay } from '../../shared/rules/civilDay'
import { noteEvent } from '../_audit/noteEvent'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import { actorOf } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { StaffCaller } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { fieldsOf, kindOf, listsIdentities } from './importKinds'
import { importTransitions, type ImportEvent } from './importStates'

/** One file: what it is, how far it is, and what it came to. */
export type ImportFields = {
  region: string
  /** The town of whoever imports; null for a whole region. */
  town: string | null
  kind: ImportKind
  /** For one coverage year only: targets; null for a roster of people. */
  coverageYear: number | null
  state: ImportState
  /** The file's name: somebody may be named in it. */
  sealedName: string
  startedBy: string
  /** The role they had then: whose office it is. */
  startedAs: Role
  /** Instants, UTC. */
  startedAt: string
  changedAt: string
  /** Instants, UTC, from which its rows were written, and at which all of them were; null before. */
  commitBegunAt: string | null
  committedAt: string | null
  parts: number
  chunks: number
  rows: number
  /** The next chunk of the step that is going on. */
  next: number
  /** Where in that chunk it goes on: the place of a row that is written next, or of a change that is taken back next. */
  place: number
  headings: string[]
  mapping: ImportMapping
  /** Whether a program took the file's ID numbers for numbers and rounded them, and wrote them as texts again. */
  rounded: boolean
  counts: ImportCounts
  /**
   * What depends on it, as far as it was checked; from when undoing begins, what began to since and stays as it is. Left out until
   * somebody asks to undo it.
   */
  dependents?: ImportDependents
  /** The numbers of the file's own total row, by column from 1, in hundredths: they may be sums of money. */
  totals: { column: number; hundredths: number }[]
  statedTotal: number | null
  countedTotal: number
  /** Why it was taken although the two differ; null where they do not, or it was not. */
  sealedReason: string | null
  /**
   * Of a whole region's roster of identities, as far as it was tried: the day of the last whole one of its kind, how many it and what
   * came after it name, and how many of them this file names too. Null where there is none.
   */
  last: { day: CivilDay; people: number; named: number } | null
  /** Whether it lists everybody of its kind, as whoever committed it says; null where nobody was asked. */
  lists: RosterLists | null
  /** What is parked with it: all of it · being emptied, so many places of it are · nothing any more. */
  rowsAre: 'kept' | 'clearing' | 'gone'
  cleared: number
  refusal: ImportFileRefusal | null
  spot: { row: number; column: number } | null
}

export type Import = Stored<ImportFields>

/** So many rows are parked in one document. */
export const rowsPerChunk = 100

/** A row touches up to seven documents: so many fit into one transaction (`mostPerTransaction`). */
const rowsPerTransaction = 15

/** Places of a chunk, from one up to another that is no longer among them. */
export interface Places {
  from: number
  before: number
}

/** What the next transaction writes or takes back. */
export const nextPlaces = ({ fields: { place } }: Import): Places => ({
  from: place,
  before: place + rowsPerTransaction,
})

/** Where to go on after these places of a chunk that holds so many. */
export const positionAfter = (
  { fields: { next } }: Import,
  { before }: Places,
  held: number,
): Pick<ImportFields, 'next' | 'place'> =>
  before < held ? { next, place: before } : { next: next + 1, place: 0 }

/** No row has been looked at. */
export const nothingCounted: ImportCounts = { added: 0, changed: 0, same: 0, rejected: 0 }

/** Nothing stands in the way of taking it back. */
export const nothingDepends: ImportDependents = { changed: 0, paid: 0, closed: 0 }

/** What has been found to depend on it as far as it was checked. */
export const dependentsSoFar = ({ dependents = nothingDepends }: ImportFields): ImportDependents => dependents

/** The import, for somebody who may import this kind; what is not theirs is as absent as what does not exist. */
export async function importOf(
  { get }: Pick<Documents, 'get'>,
  staff: StaffCaller,
  importId: string,
): Promise<Import | undefined> {
  const found = await get<ImportFields>('imports', importId)
  return found && isTheirs(staff, found.fields) ? found : undefined
}

/** Each office goes on with what it began itself, and takes that back; the bureau, which answers for the records, with everybody's. */
export const isTheirs = (staff: StaffCaller, { kind, startedAs }: ImportFields): boolean =>
  mayImport(staff, kind) && (startedAs === staff.role || staff.role === 'bureau')

/** Which kinds somebody may import: what stands in their account, as far as their role and place may. */
export const importsOf = ({ imports = [], role, town }: StaffCaller): ImportKind[] => {
  const may = kindsFor(role, town)
  return imports.filter((kind) => may.includes(kind))
}

/** Whether somebody may import this kind. */
export const mayImport = (staff: StaffCaller, kind: ImportKind): boolean => importsOf(staff).includes(kind)

/** Where one chunk, or one part of the file, lies; the ids sort as they count. */
export const chunkId = (importId: string, chunk: number): string =>
  `${importId}-${String(chunk).padStart(5, '0')}`

/** Changes an import where it stands. */
export async function changeImport(
  documents: Documents,
  standing: Import,
  changes: Partial<ImportFields> & Pick<ImportFields, 'changedAt'>,
): Promise<Import> {
  const fields = { ...standing.fields, ...changes }
  await documents.replace('imports', standing.id, standing.revision, fields)
  return { ...standing, revision: standing.revision + 1, fields }
}

/**
 * Moves an import along the table, inside a transaction, and notes it in the audit log. `by`: a staff id, or null for the clock.
 * @throws Error for an edge that the table does not have.
 */
export async function moveImport(
  documents: Documents,
  standing: Import,
  { event, by, details = {} }: { event: ImportEvent; by: string | null; details?: Record<string, number> },
  changes: Partial<ImportFields> & Pick<ImportFields, 'changedAt'>,
): Promise<Import> {
  const state = stateAfter(importTransitions, standing.fields.state, event)
  if (!state) throw new Error(`import ${standing.id}: ${event} in ${standing.fields.state}`)
  const moved = await changeImport(documents, standing, { ...changes, state })
  const { kind, rows, counts, changedAt } = moved.fields
  await noteEvent(documents, `import-${moved.id}-${event}-${moved.revision}`, {
    actor: by === null ? 'service' : actorOf({ staffId: by }),
    action: `import${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `imports/${moved.id}`,
    at: changedAt,
    details: { kind, rows, ...counts, ...details },
  })
  return moved
}

/** The seal of a file’s name: somebody may be named in it. */
export const sealName = (cipher: Cipher, importId: string, fileName: string): string =>
  cipher.seal(fileName, sealContext(sealedFields.importName, importId))

/** The seal of why a total that differs was taken. */
export const sealReason = (cipher: Cipher, importId: string, reason: string): string =>
  cipher.seal(reason, sealContext(sealedFields.importReason, importId))

/** A roster of identities for a whole region: only of such a one it matters who is not on it. */
export const listsWholeRegion = ({ kind, town }: Pick<ImportFields, 'kind' | 'town'>): boolean =>
  town === null && listsIdentities(kind)

/** As the pages of whoever may go on with it show one. */
export const shownImport = (cipher: Cipher, { id, fields }: Import): ImportShown => ({
  importId: id,
  kind: fields.kind,
  state: fields.state,
  asksWhom: listsWholeRegion(fields),
  fileName: cipher.open(fields.sealedName, sealContext(sealedFields.importName, id)),
  startedAt: fields.startedAt,
  coverageYear: fields.coverageYear,
  rows: fields.rows,
  doneRows: Math.min(fields.next * rowsPerChunk + fields.place, fields.rows),
  headings: fields.headings,
  mapping: fields.mapping,
  fields: fieldsOf(fields.kind),
  counts: fields.counts,
  last: fields.last && {
    day: fields.last.day,
    people: fields.last.people,
    missing: Math.max(0, fields.last.people - fields.last.named),
  },
  statedTotal: fields.statedTotal,
  countedTotal: fields.countedTotal,
  totalIn: kindOf(fields.kind).sumOf === 'yuan' ? 'fen' : 'people',
  dependents: dependentsSoFar(fields),
  parked: fields.rowsAre === 'kept',
  refusal: fields.refusal,
  spot: fields.spot,
})
