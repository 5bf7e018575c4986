/**
 * 每月比对: `matches/<region>-<coverageYear>-<month>`, one for each month, walked part by part of the county. What a part found stands in
 * `matchFindings`, that it is done in `matchParts`.
 */
import type { FindingQueue, MatchState, RosterTaken } from '../../shared/contracts/match'
import type { CivilDay } from '../../shared/rules/civilDay'
import { noteEvent } from '../_audit/noteEvent'
import type { Listing } from '../_imports/rosterStanding'
import type { AuditActor } from '../_ports/audit'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { matchTransitions, type MatchEvent } from './matchStates'

/** People by queue. */
export type QueueCounts = Record<FindingQueue, number>

/** One month's match of one region and coverage year. */
export type MatchFields = {
  region: string
  /** Always null, so that a match is out of reach for whoever is of one town: its figures tell of all of them. */
  town: null
  coverageYear: number
  /** `YYYY-MM`. */
  month: string
  state: MatchState
  /** The day as of which it is asked: the month's last, or the day it was begun where that is earlier. */
  on: CivilDay
  /** The match whose identities this one is compared with; null for the first of a coverage year. */
  previous: string | null
  rosters: RosterTaken[]
  /** Who stands on what, as it was told when the match was begun: what comes in while it is walked changes nothing. */
  listings: Listing[]
  /** The rosters of which a row with somebody's number and another name is asked about, also of kinds of which no whole one stands. */
  standing: string[]
  /** What was found and what of it is decided; all found is 0 until the match is done. */
  found: QueueCounts
  decided: QueueCounts
  people: number
  concerned: number
  unsettled: number
  startedBy: string
  /** Instants, UTC. */
  startedAt: string
  changedAt: string
  doneAt: string | null
}

export type Match = Stored<MatchFields>

/** Nobody in any queue. */
export const nothingFound: QueueCounts = {
  new: 0,
  changed: 0,
  lost: 0,
  onBehalf: 0,
  reimburse: 0,
  check: 0,
}

/** The same month of a region and coverage year is the same match. */
export const matchIdOf = (region: string, coverageYear: number, month: string): string =>
  `${region}-${coverageYear}-${month}`

/** Undefined where there is none, or it is out of reach. */
export const matchOf = ({ get }: Pick<Documents, 'get'>, matchId: string): Promise<Match | undefined> =>
  get<MatchFields>('matches', matchId)

/** Changes a match where it stands, inside a transaction. */
export async function changeMatch(
  documents: Documents,
  standing: Match,
  changes: Partial<MatchFields> & Pick<MatchFields, 'changedAt'>,
): Promise<Match> {
  const fields = { ...standing.fields, ...changes }
  await documents.replace('matches', standing.id, standing.revision, fields)
  return { ...standing, revision: standing.revision + 1, fields }
}

/**
 * Moves a match along the table, inside a transaction, and notes it in the audit log.
 * @throws Error for an edge that the table does not have.
 */
export async function moveMatch(
  documents: Documents,
  standing: Match,
  { event, actor }: { event: MatchEvent; actor: AuditActor },
  changes: Partial<MatchFields> & Pick<MatchFields, 'changedAt'>,
): Promise<Match> {
  const state = stateAfter(matchTransitions, standing.fields.state, event)
  if (!state) throw new Error(`match ${standing.id}: ${event} in ${standing.fields.state}`)
  const moved = await changeMatch(documents, standing, { ...changes, state })
  await noteEvent(documents, `match-${moved.id}-${event}`, {
    actor,
    action: `match${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `matches/${moved.id}`,
    at: moved.fields.changedAt,
    details: { people: moved.fields.people, concerned: moved.fields.concerned },
  })
  return moved
}
