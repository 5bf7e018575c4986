/** 应补: what the benefit card is owed for a coverage year, `supplements/<residentId>-<year>`: one document, so once a year. */
import type { DecisionReason, FindingKind } from '../../shared/contracts/match'
import type { Documents, Stored } from '../_ports/store'
import { yearId } from '../_residents/enrollmentRecord'

/** One sum agreed, in fen, with why and by whom. */
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

/** What somebody is owed for a year; undefined where the bureau has agreed to nothing. */
export const supplementOf = (
  { get }: Pick<Documents, 'get'>,
  residentId: string,
  coverageYear: number,
): Promise<Stored<SupplementFields> | undefined> =>
  get<SupplementFields>('supplements', yearId(residentId, coverageYear))
