/**
 * 名单齐了没有: which rosters of identities a region has taken in, `rosterStandings/<region>`. A department's roster lists
 * everybody who has an identity, so whoever stands on none of them has none, once every roster the notice's subsidies hang on is in.
 * Until then nothing is concluded: the person's identities are not known, and no sum is stated.
 */
import { importKind, type ImportKind, type RosterLists } from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import type { PolicyTable } from '../../shared/policy/table'
import type { CivilDay } from '../../shared/rules/civilDay'
import { versionsOf } from '../../shared/rules/inForce'
import { civilDayOf } from '../_ports/clock'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { kindListing } from './importKinds'
import { listsWholeRegion, type Import } from './importRecord'

/** One committed roster. `everybody`: of a whole region, as whoever committed it says; every other one only adds. */
export type TakenRoster = {
  kind: ImportKind
  importId: string
  lists: RosterLists
  /** Whose office brought it: what a town hands in is no department's roster. */
  startedAs: Role
  rows: number
  /** When its file came, and when its last row was committed: instants, UTC. */
  startedAt: string
  committedAt: string
  /** Whether it is kept who stands on it; once it is not, nothing can be concluded from it any more. */
  membersKept: boolean
}

/** What a region has taken in. */
export type RosterStandingFields = {
  region: string
  /** In the order they were committed. */
  taken: TakenRoster[]
}

/**
 * What a region is told by a kind of roster: its newest whole one, and whatever was taken in of the kind after it. Whoever none of
 * them names is not on the list any more.
 */
export type Listing = {
  kind: ImportKind
  importId: string
  rows: number
  startedAt: string
  committedAt: string
  /** The rosters after it. */
  later: string[]
}

/** The whole roster and those after it. */
export const rostersOf = ({ importId, later }: Listing): string[] => [importId, ...later]

/** The civil day on which it was taken in. */
export const dayOfListing = ({ committedAt }: Pick<Listing, 'committedAt'>): CivilDay =>
  civilDayOf(committedAt)

/** A year of months: so many whole rosters of a kind can be taken back one after the other, and the one before stands again. */
const wholesKept = 12

/**
 * Notes a committed roster of identities, in the transaction that commits it. One town's, or a few new names, say nothing about a county.
 */
export async function noteRosterTaken(
  documents: Documents,
  { id, fields }: Import,
  committedAt: string,
): Promise<void> {
  const { region, kind, startedAs, rows, startedAt } = fields
  const lists = listsWholeRegion(fields) && fields.lists === 'everybody' ? 'everybody' : 'additions'
  const roster: TakenRoster = {
    kind,
    importId: id,
    lists,
    startedAs,
    rows,
    startedAt,
    committedAt,
    membersKept: true,
  }
  await changeTaken(documents, region, (taken) => stillOfUse([...taken, roster]))
}

/** Takes an import that was undone out again. */
export async function noteRosterUndone(
  documents: Documents,
  { id, fields: { region } }: Import,
): Promise<void> {
  await changeTaken(documents, region, (taken) => taken.filter(({ importId }) => importId !== id))
}

/** Of a kind that only ever brings a few new names: five files a month for a year. */
const additionsKept = 60

/** What may still matter of each kind, in the order it came. */
function stillOfUse(taken: readonly TakenRoster[]): TakenRoster[] {
  const kept = new Set(
    importKind.options.flatMap((kind) => stillOfUseOfKind(taken.filter((roster) => roster.kind === kind))),
  )
  return taken.filter((roster) => kept.has(roster))
}

/** From the oldest whole one that is kept on; before the first there ever was, the newest that only added. */
function stillOfUseOfKind(ofKind: readonly TakenRoster[]): TakenRoster[] {
  const wholes = ofKind.filter(isWhole)
  const [oldest] = wholes.slice(-wholesKept)
  const from = oldest ? ofKind.indexOf(oldest) : ofKind.length
  return ofKind.slice(wholes.length > wholesKept ? from : Math.max(0, from - additionsKept))
}

/** After every instant. */
const endOfTime = '9999'

/** Whether it lists everybody of a whole region. */
export const isWhole = ({ lists }: TakenRoster): boolean => lists === 'everybody'

/** Changes what a region has taken in, inside a transaction. */
export async function changeTaken(
  documents: Documents,
  region: string,
  to: (taken: readonly TakenRoster[]) => TakenRoster[],
): Promise<void> {
  const standing = await documents.get<RosterStandingFields>('rosterStandings', region)
  const fields: RosterStandingFields = { region, taken: to(standing?.fields.taken ?? []) }
  await putOver(documents, 'rosterStandings', region, standing, fields)
}

/** The rosters of identities that a region has taken in, in the order they were committed. */
export const takenIn = async (
  { get }: Pick<Documents, 'get'>,
  region: string,
): Promise<readonly TakenRoster[]> =>
  (await get<RosterStandingFields>('rosterStandings', region))?.fields.taken ?? []

/**
 * What each kind of roster tells of who is on it; a kind of which no whole roster stands tells nothing. `by`: the whole ones that had come
 * by that instant, and whatever came after them, whole or not, of which only matters whom it names.
 */
export function listingsOf(taken: readonly TakenRoster[], by = endOfTime): Listing[] {
  const kinds = [...new Set(taken.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const ofKind = taken.filter((roster) => roster.kind === kind)
    const whole = ofKind.filter((roster) => isWhole(roster) && roster.committedAt <= by).at(-1)
    if (!whole?.membersKept) return []
    const { importId, rows, startedAt, committedAt } = whole
    const later = ofKind.slice(ofKind.indexOf(whole) + 1).map((roster) => roster.importId)
    return [{ kind, importId, rows, startedAt, committedAt, later }]
  })
}

/** The rosters of a kind that count, the oldest first. */
export type StandingRosters = { kind: ImportKind; importIds: string[] }

/**
 * Of each kind the newest whole roster and what was taken in after it, or where no whole one stands everything: whoever is named by none of
 * the last may be on a list all the same.
 */
export function standingRosters(taken: readonly TakenRoster[]): StandingRosters[] {
  const kinds = [...new Set(taken.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const ofKind = taken.filter((roster) => roster.kind === kind)
    const whole = ofKind.filter(isWhole).at(-1)
    const from = whole ? ofKind.indexOf(whole) : 0
    return { kind, importIds: ofKind.slice(from).map(({ importId }) => importId) }
  })
}

/** Whether every roster that this year's subsidies hang on was taken in since the year before began, by the civil day. */
export async function rostersAreIn(documents: Pick<Documents, 'get'>, table: PolicyTable): Promise<boolean> {
  const since = `${table.coverageYear - 1}`
  const taken = new Set(
    (await takenIn(documents, table.region))
      .filter((roster) => isWhole(roster) && civilDayOf(roster.committedAt) >= since)
      .map(({ kind }) => kind),
  )
  return rostersNeeded(table).every((kind) => kind !== undefined && taken.has(kind))
}

/** By table: it is asked for everybody of whom no roster has said anything, and a table never changes. */
const needed = new WeakMap<PolicyTable, readonly (ImportKind | undefined)[]>()

/** The kinds of roster that list the identities a notice subsidises; undefined for an identity that no kind lists. */
export function rostersNeeded(table: PolicyTable): readonly (ImportKind | undefined)[] {
  const known = needed.get(table) ?? kindsFor(table)
  needed.set(table, known)
  return known
}

function kindsFor(table: PolicyTable): (ImportKind | undefined)[] {
  const codes = versionsOf(table).flatMap(({ table: { subsidies } }) =>
    subsidies.flatMap(({ identities }) => identities),
  )
  return [...new Set(codes.map(kindListing))]
}
