/**
 * What counting leaves behind: `progressRounds/<region>-<year>` how far the count is, `progressTallies/<…>-<part>` what each of the
 * parts came to, `progressTowns/<…>-<town>` the sums of one town, which pages read.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import type { ProgressCounts } from '../../shared/contracts/progress'
import type { StandingRosters } from '../_imports/rosterStanding'
import type { Documents, Stored } from '../_ports/store'

/** Of which people, for which coverage year. */
export type CountedYear = { region: string; coverageYear: number }

/** One count of a county, as far as it is. A round that is done stays until the next begins. */
export type RoundFields = CountedYear & {
  /** From 1 on. */
  round: number
  /** How many of the parts are counted: the next one's place in `partitions`. */
  next: number
  /** The departments' rosters that stood when it began. */
  rosters: StandingRosters[]
  /** Instants, UTC; `finishedAt` is null while it is under way. */
  begunAt: string
  finishedAt: string | null
}
export type Round = Stored<RoundFields>

/** By the kind of a department's roster: who of it the register knows in a place, and who of those is missing. */
export type RosterCounts = Partial<Record<ImportKind, { people: number; missing: number }>>

/** People of one village of one town; null where the register does not say. */
export type PlaceTally = {
  town: string | null
  village: string | null
  counts: ProgressCounts
  /** Enrolled on or before each step's day of the work fund; empty where the notice has none. */
  heads: number[]
  /** Enrolled on a day that nobody wrote down. */
  undated: number
  rosters: RosterCounts
}

/** What one part came to in one round; `places` in no order. */
export type TallyFields = CountedYear & { partition: string; round: number; places: PlaceTally[] }

/** The sums of one town with its villages, as the last count left them. */
export type TownFields = CountedYear &
  Omit<PlaceTally, 'village'> & {
    /** Instant, UTC: when the count began. */
    asOf: string
    villages: { village: string | null; counts: ProgressCounts; rosters: RosterCounts }[]
  }

/** What ids of a county and coverage year begin with. */
export const yearKey = ({ region, coverageYear }: CountedYear): string => `${region}-${coverageYear}`

/** The round that is under way, or the last one; undefined before the first. */
export const roundOf = (documents: Pick<Documents, 'get'>, year: CountedYear): Promise<Round | undefined> =>
  documents.get<RoundFields>('progressRounds', yearKey(year))

/** Where the tally of one part lies: each round writes over the one before. */
export const tallyId = (year: CountedYear, partition: string): string => `${yearKey(year)}-${partition}`

/** Names of towns hold whatever a register writes; an id holds no slash. */
export const townId = (year: CountedYear, town: string | null): string =>
  `${yearKey(year)}-${encodeURIComponent(town ?? '')}`
