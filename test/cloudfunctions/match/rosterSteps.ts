/** Rosters, corrections and undoing as offices take them one a day, and what is to be found then, counted by hand. */
import { randomUUID } from 'node:crypto'
import type { FindingFields, FoundHere } from '../../../cloudfunctions/_match/findingRecord'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import type { SourcesFields } from '../../../cloudfunctions/_residents/sourceRecord'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import type { Contract, Outcome, RequestOf } from '../../../shared/contracts/contract'
import { importKind, type RosterLists } from '../../../shared/contracts/imports'
import { CorrectPerson } from '../../../shared/contracts/person'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { addDays } from '../../../shared/rules/civilDay'
import { importSteps, type Ask } from '../imports/importSteps'
import { dyingStore } from './dyingStore'
import { type MatchWorld } from './matchWorld'

/** 山丹2023 五(一), by hand: the yuan, and the office whose roster says so. */
export const groups = {
  特困人员: { code: 'extremePoverty', yuan: 380, kind: 'civilAffairs' },
  农村低保一类: { code: 'ruralDibao/1', yuan: 310, kind: 'civilAffairs' },
  农村低保四类: { code: 'ruralDibao/4', yuan: 250, kind: 'civilAffairs' },
  已脱贫人口: { code: 'liftedOutOfPoverty', yuan: 100, kind: 'ruralRevitalisation' },
} as const
export type Group = keyof typeof groups
export type Kind = (typeof groups)[Group]['kind']
export const fee = 380
export const paidOn = '2023-09-10'
const byCode = new Map(Object.values(groups).map((group) => [group.code as string, group]))

/** `wrong`: another name · a number that is none · a number nobody has · a word the roster's kind does not know. */
export interface Row {
  who: number
  group: Group
  wrong: 'name' | 'number' | 'stranger' | 'word' | null
}

export type Step =
  | { do: 'roster'; kind: Kind; lists: RosterLists; rows: Row[]; kills: number[] }
  | { do: 'undo'; which: number }
  | { do: 'correct'; who: number; group: Group }

/** So many people are in the county. */
export const people = 5

export type Person = Awaited<ReturnType<MatchWorld['add']>>

/** What was sent and still stands, in the order it came; and who was corrected when. */
export interface Sent {
  rosters: { importId: string; at: number; kind: Kind; lists: RosterLists; rows: Row[] }[]
  corrected: { at: number; who: number; code: string }[]
}

export function askWith(world: MatchWorld, store: Store = world.store): Ask {
  const own = world.staffPorts('bureau')
  const ports = { ...own, store, staff: { ...own.staff, imports: importKind.options } }
  return <C extends Contract>(contract: C, request: RequestOf<C>): Promise<Outcome<C>> =>
    answerStaff(contract.name, request, ports)
}

export function fileOf(rows: readonly Row[], persons: readonly Person[]): Buffer {
  const lines = rows.map(({ who: at, group: word, wrong }) => {
    const person = persons[at]
    const { name = '', idNumber = '' } = person ?? {}
    const written = { number: `${idNumber.slice(0, 17)}${idNumber.endsWith('X') ? '1' : 'X'}`, stranger }
    return [
      wrong === 'name' ? '旁人' : name,
      wrong === 'number' || wrong === 'stranger' ? written[wrong] : idNumber,
      wrong === 'word' ? '没有这一类' : word,
    ].join()
  })
  return Buffer.from(`姓名,身份证号,人员类别\n${lines.join('\n')}\n`)
}
const stranger = '620799195001010014'

/** Takes the steps, one a day, and keeps what came of them. */
export async function take(
  world: MatchWorld,
  persons: readonly Person[],
  steps: readonly Step[],
  sent: Sent = { rosters: [], corrected: [] },
  from = 0,
): Promise<Sent> {
  for (const [place, one] of steps.entries()) {
    const at = from + place
    world.setDay(addDays('2023-10-01', at))
    if (one.do === 'roster') {
      const rows = one.rows.filter(({ group: word }) => groups[word].kind === one.kind)
      if (rows.length === 0) continue
      const { importId } = await importSteps(askWith(world)).tried(
        one.kind,
        fileOf(rows, persons),
        rows.length,
      )
      for (const after of one.kills)
        await importSteps(askWith(world, dyingStore(world.store, after)))
          .commit(importId, one.lists)
          .catch(() => undefined)
      await importSteps(askWith(world)).commit(importId, one.lists)
      sent.rosters.push({ importId, at, kind: one.kind, lists: one.lists, rows })
    } else if (one.do === 'undo') {
      const roster = sent.rosters[one.which % Math.max(1, sent.rosters.length)]
      const outcome = roster && (await askWith(world)(UndoImport, { importId: roster.importId }))
      if (outcome?.kind === 'done') sent.rosters = sent.rosters.filter((kept) => kept !== roster)
    } else await correct(world, persons, one, at, sent)
  }
  return sent
}

/** No roster was taken in on this day, and nobody had paid by it. */
const since = '2023-09-11'

async function correct(
  world: MatchWorld,
  persons: readonly Person[],
  one: Extract<Step, { do: 'correct' }>,
  at: number,
  sent: Sent,
): Promise<void> {
  const { code } = groups[one.group]
  const residentId = persons[one.who]?.id ?? ''
  const resident = await world.store.get<ResidentFields>('residents', residentId)
  if (resident?.fields.identities?.some((held) => held.code === code && held.since === since)) return
  const outcome = await askWith(world)(CorrectPerson, {
    key: randomUUID(),
    residentId,
    revision: resident?.revision ?? 0,
    correction: { part: 'identities', value: [{ code, since }], document: '样例文〔2023〕1号' },
    reason: 'officeSays',
    words: '部门来文',
  })
  expect(outcome).toEqual({ kind: 'done', reply: { residentId } })
  sent.corrected.push({ at, who: one.who, code })
}

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
 * Whether a roster that stands, from the last whole one of its kind on, has somebody's number with another name, for an identity that they
 * do not have and that no correction took away. Of two rows about one number the second is not read.
 */
function isDoubted({ rosters }: Sent, at: number, record: readonly string[], tookAway: string[]): boolean {
  return rosters.some((one) => {
    const ofKind = rosters.filter(({ kind }) => kind === one.kind)
    const last = ofKind.filter(({ lists }) => lists === 'everybody').at(-1)
    if (!last || ofKind.indexOf(one) < ofKind.indexOf(last)) return false
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

export const usedBy = [null, 'none', 'ruralDibao/4', null, 'liftedOutOfPoverty'] as const

export async function county(world: MatchWorld): Promise<Person[]> {
  const persons: Person[] = []
  for (const used of usedBy) {
    const yuan = fee - (byCode.get(used ?? '')?.yuan ?? 0)
    persons.push(await world.add(used === null ? {} : { paid: { on: paidOn, yuan, as: used } }))
  }
  return persons
}

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

export const roster = (lists: RosterLists, ...named: number[]): Step => ({
  do: 'roster',
  kind: 'civilAffairs',
  lists,
  rows: named.map((at) => ({ who: at, group: '农村低保一类', wrong: null })),
  kills: [],
})
export const everybody = (...named: number[]) => roster('everybody', ...named)
