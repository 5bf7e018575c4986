/** What a match is to find after the steps of `rosterSteps.ts`, counted by hand over what was sent. */
import type { FindingFields, FoundHere } from '../../../cloudfunctions/_match/findingRecord'
import type { ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import type { SourcesFields } from '../../../cloudfunctions/_residents/sourceRecord'
import type { MatchWorld } from './matchWorld'
import { byCode, groups, usedBy, type Kind, type Person, type Sent } from './rosterSteps'

const kindOfCode = (code: string): Kind => byCode.get(code)?.kind ?? 'civilAffairs'
const best = (codes: readonly string[]): string | undefined =>
  [...codes].sort((a, b) => (byCode.get(b)?.yuan ?? 0) - (byCode.get(a)?.yuan ?? 0))[0]

/** The day of the match, and the first day after it, counted from the first step's. */
export const on = '2023-11-20'
export const afterMatch = 60

/** The roster that ends an identity of somebody's record, by hand: the last whole one of the match, where nothing since it names them. */
function endedBy({ rosters, corrected }: Sent, at: number, code: string): string | undefined {
  const ofKind = rosters.filter(({ kind }) => kind === kindOfCode(code))
  const last = ofKind.filter((one) => one.lists === 'everybody' && one.at < afterMatch).at(-1)
  if (!last) return undefined
  const named = ofKind.slice(ofKind.indexOf(last)).some(({ rows }) => rows.some((row) => row.who === at))
  const since = corrected.some((one) => one.who === at && one.code === code && one.at > last.at)
  return named || since ? undefined : last.importId
}

/**
 * Whether a roster that stands, from the last whole one of its kind on or of a kind without one, has somebody's number with another name, for an identity that they
 * do not have and that no correction took away. Of two rows about one number the second is not read.
 */
function isDoubted({ rosters }: Sent, at: number, record: readonly string[], tookAway: string[]): boolean {
  return rosters.some((one) => {
    const ofKind = rosters.filter(({ kind }) => kind === one.kind)
    const last = ofKind.filter(({ lists }) => lists === 'everybody').at(-1)
    if (last && ofKind.indexOf(one) < ofKind.indexOf(last)) return false
    const read = one.rows.find(
      ({ who, wrong }) => who === at && (wrong === null || wrong === 'name' || wrong === 'word'),
    )
    if (read?.wrong !== 'name') return false
    const { code } = groups[read.group]
    return !record.includes(code) && !tookAway.includes(code.split('/')[0] ?? '')
  })
}

/** Without its sum, which `anyOrder.test.ts` counts. */
export interface Expected {
  kind: string
  by: string[]
}

/**
 * What is to be found of somebody: `record` what they were recognised as by the day of the match, `used` the identity whose subsidy they
 * used, `none` the whole fee, null not enrolled, `seen` what the match said they were.
 */
function byHand(
  sent: Sent,
  at: number,
  record: readonly Held[],
  used: string | null,
  seen: readonly string[] | null,
): Expected | undefined {
  const ending = record.map((held) => ({ ...held, by: endedBy(sent, at, held.code) }))
  const by = [...new Set(ending.flatMap((one) => one.by ?? []))].sort()
  const recognised = ending.filter(({ since }) => since === null || since <= on)
  const codes = recognised.map(({ code }) => code)
  const after = best(recognised.flatMap((one) => (one.by === undefined ? [one.code] : [])))
  const found = (kind: string): Expected => ({ kind, by })
  if (used === 'none' && after !== undefined) return found('supplement')
  if (used === null && after === 'extremePoverty') return found('onBehalf')
  const before = seen ? best(seen) : used === null || used === 'none' ? best(codes) : used
  if (before === undefined || before === after) return undefined
  if (used === null && after !== undefined && by.length === 0) return undefined
  return found(after === undefined ? 'lost' : 'changed')
}

type Held = { code: string; since: string | null }

/** By resident, from what was sent and what the records say. */
export async function expectedOf(
  world: MatchWorld,
  persons: readonly Person[],
  sent: Sent,
  seen: ReadonlyMap<string, readonly string[] | null> = new Map(),
) {
  const expected = new Map<string, Expected>()
  for (const [at, { id }] of persons.entries()) {
    const resident = await world.store.get<ResidentFields>('residents', id)
    const record = resident?.fields.identities ?? []
    const codes = record.map(({ code }) => code)
    const sources = await world.store.get<SourcesFields>('residentSources', id)
    const tookAway = (sources?.fields.ended ?? []).map(({ part }) => part.replace('identity.', ''))
    const found = isDoubted(sent, at, codes, tookAway)
      ? { kind: 'nameDiffers', by: [] }
      : byHand(sent, at, record, usedBy[at] ?? null, seen.get(id) ?? null)
    if (found) expected.set(id, found)
  }
  return expected
}

export const shown = ({ kind, omitted }: Pick<FoundHere, 'kind' | 'omitted'>): Expected => ({
  kind,
  by: omitted.map(({ importId }) => importId).sort(),
})

export async function findingsOf(world: MatchWorld) {
  const { documents } = await world.store.find<FindingFields>('matchFindings', {
    where: {},
    sort: { field: 'place', order: 'ascending' },
    limit: 100,
  })
  return documents
}
