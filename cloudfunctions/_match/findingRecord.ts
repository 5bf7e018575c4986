/** What a match found of one resident: `matchFindings/<matchId>-<residentId>`, decided by the bureau with one reason. */
import {
  queueOf,
  type DecisionReason,
  type FindingKind,
  type FindingQueue,
  type FindingState,
} from '../../shared/contracts/match'
import type { ImportKind } from '../../shared/contracts/imports'
import type { PolicyTable } from '../../shared/policy/table'
import { kindListing } from '../_imports/importKinds'
import type { Documents, Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import { partitionOf } from '../_residents/partition'
import { stateAfter } from '../_states/transitions'
import { findingTransitions, type FindingEvent } from './matchStates'
import type { Match } from './matchRecord'
import type { Omission } from './omissions'

/** What the rules say of somebody, before it is written down. */
export interface Found {
  kind: FindingKind
  /** Fen owed to the benefit card, or paid on behalf; null where nothing is, or nothing is stated. */
  fen: number | null
  /** The month the notice names for the money, `YYYY-MM`; null where it names none. */
  payMonth: string | null
  /** Empty: the notice does not say what follows. */
  clauses: readonly string[]
  missing: readonly string[]
  /** Codes of identities as they were, and as they are. */
  before: readonly string[] | null
  after: readonly string[]
  /** The identity that decides. */
  identity: string | null
}

/** The same of a resident: with the rosters that leave them out, and the id of the row with another name that is asked about first. */
export type FoundHere = Found & { omitted: readonly Omission[]; doubt: string | null }

/** One finding, as found and as decided. */
export type FindingFields = {
  region: string
  town: string | null
  partition: string
  matchId: string
  coverageYear: number
  residentId: string
  queue: FindingQueue
  kind: FindingKind
  state: FindingState
  /** True until it is decided, for the queue. */
  open: boolean
  /** Administrative order of towns, then residents in no order that means anything. */
  place: string
  fen: number | null
  payMonth: string | null
  clauses: string[]
  missing: string[]
  before: string[] | null
  after: string[]
  /** The kind of roster that decides; null where no kind lists this identity. */
  roster: ImportKind | null
  /** The rosters that do not name the person any more, though the record holds an identity of theirs. */
  omitted: Omission[]
  /** `nameDoubts`: the row that is asked about; null where the names agree. */
  doubt: string | null
  /** What would be decided, in short: the same again needs no second decision. */
  says: string
  reason: DecisionReason | null
  decidedBy: string | null
  /** Instant, UTC. */
  decidedAt: string | null
}

export type Finding = Stored<FindingFields>

/** A match finds at most one thing of a resident. */
export const findingIdOf = (matchId: string, residentId: string): string => `${matchId}-${residentId}`

/** What would be decided, in short; two findings that say the same need one decision. */
export const saysOf = ({ kind, fen, payMonth, after, doubt }: FoundHere): string =>
  [kind, fen ?? '', payMonth ?? '', [...after].sort().join(','), ...(doubt === null ? [] : [doubt])].join('|')

/** Towns as the notice lists them; who is of none of them comes last. */
export function placeOf({ targets }: PolicyTable, town: string | null, residentId: string): string {
  const rows = targets?.rows ?? []
  const at = rows.findIndex(({ name }) => name === town)
  return `${String(at < 0 ? rows.length : at).padStart(3, '0')}-${residentId}`
}

/** A finding as it is written down, open. */
export const findingFields = (
  table: PolicyTable,
  match: Match,
  { id, fields: { town } }: Stored<ResidentFields>,
  found: FoundHere,
): FindingFields => ({
  region: match.fields.region,
  town,
  partition: partitionOf(id),
  matchId: match.id,
  coverageYear: match.fields.coverageYear,
  residentId: id,
  queue: queueOf[found.kind],
  kind: found.kind,
  state: 'open',
  open: true,
  place: placeOf(table, town, id),
  fen: found.fen,
  payMonth: found.payMonth,
  clauses: [...found.clauses],
  missing: [...found.missing],
  before: found.before && [...found.before],
  after: [...found.after],
  roster: found.identity === null ? null : (kindListing(found.identity) ?? null),
  omitted: [...found.omitted],
  doubt: found.doubt,
  says: saysOf(found),
  reason: null,
  decidedBy: null,
  decidedAt: null,
})

/**
 * Moves a finding along the table, inside a transaction.
 * @throws Error for an edge that the table does not have.
 */
export async function moveFinding(
  documents: Documents,
  standing: Finding,
  event: FindingEvent,
  changes: Partial<FindingFields> = {},
): Promise<Finding> {
  const state = stateAfter(findingTransitions, standing.fields.state, event)
  if (!state) throw new Error(`finding ${standing.id}: ${event} in ${standing.fields.state}`)
  const fields: FindingFields = { ...standing.fields, ...changes, state, open: state === 'putOff' }
  await documents.replace('matchFindings', standing.id, standing.revision, fields)
  return { ...standing, revision: standing.revision + 1, fields }
}
