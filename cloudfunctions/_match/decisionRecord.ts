/**
 * What the bureau last decided of somebody in a coverage year (`matchDecisions/<residentId>-<year>`), so that the next month does not
 * ask the same again; and what the benefit card is owed (应补, `supplements/<residentId>-<year>`): one document, so once a year.
 */
import type { DecisionReason, FindingKind } from '../../shared/contracts/match'
import { put } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { yearId } from '../_residents/enrollmentRecord'

export type DecisionFields = {
  region: string
  town: string | null
  partition: string
  coverageYear: number
  residentId: string
  says: string
}

export type SupplementFields = {
  region: string
  town: string | null
  partition: string
  coverageYear: number
  residentId: string
  /** The match whose list it stands on. */
  matchId: string
  kind: FindingKind
  fen: number
  /** The month the notice names, `YYYY-MM`; null where it names none. */
  payMonth: string | null
  clauses: string[]
  place: string
  reason: DecisionReason
  agreedBy: string
  /** Instant, UTC. */
  agreedAt: string
}

/** What was decided last of somebody in a year, in short; undefined where nothing was. */
export const decidedBefore = async (
  { get }: Pick<Documents, 'get'>,
  residentId: string,
  coverageYear: number,
): Promise<string | undefined> =>
  (await get<DecisionFields>('matchDecisions', yearId(residentId, coverageYear)))?.fields.says

/** Writes down what was decided, over what was decided before. */
export async function noteDecision(documents: Documents, fields: DecisionFields): Promise<void> {
  const id = yearId(fields.residentId, fields.coverageYear)
  await put(documents, 'matchDecisions', id, fields)
}
