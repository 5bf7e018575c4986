/** Rosters, corrections and undoing as offices take them, one a day. */
import { randomUUID } from 'node:crypto'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
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
const fee = 380
export const paidOn = '2023-09-10'
export const byCode = new Map(Object.values(groups).map((group) => [group.code as string, group]))

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

export const usedBy = [null, 'none', 'ruralDibao/4', null, 'liftedOutOfPoverty'] as const

export async function county(world: MatchWorld): Promise<Person[]> {
  const persons: Person[] = []
  for (const used of usedBy) {
    const yuan = fee - (byCode.get(used ?? '')?.yuan ?? 0)
    persons.push(await world.add(used === null ? {} : { paid: { on: paidOn, yuan, as: used } }))
  }
  return persons
}

export const roster = (lists: RosterLists, ...named: number[]): Step => ({
  do: 'roster',
  kind: 'civilAffairs',
  lists,
  rows: named.map((at) => ({ who: at, group: '农村低保一类', wrong: null })),
  kills: [],
})
export const everybody = (...named: number[]) => roster('everybody', ...named)
