/** 本部门名单: a department hears of whoever stands on its own roster, and of nobody else, whatever it asks and whatever it sends in. */
import { join } from 'node:path'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { townId, type TownFields } from '../../../cloudfunctions/_progress/progressRecord'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import type { ImportKind } from '../../../shared/contracts/imports'
import { ExportOwnMissing, ListOwnMissing, ReadOwnRoster } from '../../../shared/contracts/ownRoster'
import { CountProgress } from '../../../shared/contracts/progress'
import { loadTables } from '../../../shared/policy/loadTables'
import { importSteps } from '../imports/importSteps'
import { startDayWorld, type DayWorld } from '../world/dayWorld'
import { lookedAt } from '../world/lookedAt'
import { replyOf } from '../world/startWorld'

const tables = loadTables(join(__dirname, '../../../shared/policy/tables'))
const coverageYear = 2024
const region = 'shandan'
const [here, there] = ['清泉镇', '位奇镇']
const kind = 'civilAffairs'

let world: DayWorld
type Ask = Awaited<ReturnType<DayWorld['staff']>>
let department: Ask

interface Somebody {
  residentId: string
  name: string
  idNumber: string
}
/** Nobody else has the name: whoever is heard of is told apart. */
async function somebody(person: Partial<RosterPerson>): Promise<Somebody> {
  const name = `样例${'子丑寅卯辰巳午未申酉戌亥天地人'[(named += 1) - 1] ?? ''}`
  const place = { region, town: here, village: '东样村' }
  const added = await world.addPerson({ name, ...place, lastCovered: null, ...person })
  return { residentId: added.residentId, name: added.name, idNumber: added.idNumber }
}

const enroll = ({ residentId }: Somebody) =>
  world.store.insert('enrollments', yearId(residentId, coverageYear), {
    ...{ residentId, region, partition: partitionOf(residentId), coverageYear, way: 'counter' },
    ...{ identity: null, paidFen: 7000, paidAt: null, paidOn: '2023-11-01', coverageFrom: [] },
    ...{ coverageTo: [], orderNumber: null, withdrawnAt: null },
  })

type Row = [name: string, idNumber: string, word: string]
const row = ({ name, idNumber }: Somebody, word = '农村低保一类'): Row => [name, idNumber, word]

async function taken(ask: Ask, of: ImportKind, rows: Row[], lists?: 'everybody' | 'additions') {
  const file = Buffer.from(`姓名,身份证号,人员类别\n${rows.map((cells) => cells.join()).join('\n')}\n`)
  const { importId } = await importSteps(ask).tried(of, file, rows.length)
  await importSteps(ask).commit(importId, lists)
  return importId
}

async function counted() {
  const bureau = await world.staff('bureau', { region })
  let reply = replyOf(await bureau(CountProgress, { coverageYear, anew: true }))
  while (reply.counting) reply = replyOf(await bureau(CountProgress, { coverageYear }))
}

let named = 0
let people: Record<string, Somebody>
const of = (name: string): Somebody => people[name] ?? { residentId: '', name: '', idNumber: '' }
/** Who stands on the list and should enroll and has not. */
const own = ['mine', 'sameHouse', 'wordUnknown', 'elsewhereInTown', 'inOtherTown', 'placeless']

beforeAll(async () => {
  world = await startDayWorld('2023-11-20T01:00:00Z')
  world.service.policies = servePolicies(tables)
  department = await world.staff('department', { region, imports: [kind] })
  people = {
    mine: await somebody({ household: '1' }),
    sameHouse: await somebody({ household: '1' }),
    wordUnknown: await somebody({}),
    elsewhereInTown: await somebody({ village: '西样村' }),
    inOtherTown: await somebody({ town: there }),
    placeless: await somebody({ town: null, village: null }),
    enrolled: await somebody({}),
    employed: await somebody({ otherCover: 'employee' }),
    stranger: await somebody({ household: '1' }),
    identityOtherwise: await somebody({ identities: [{ code: 'ruralDibao/1', since: null }] }),
    otherDepartments: await somebody({}),
    handedInByTown: await somebody({}),
    underOtherName: await somebody({ identities: [{ code: 'ruralDibao/1', since: null }] }),
    withoutName: await somebody({}),
  }
  await enroll(of('enrolled'))
  const everybody = [...own, 'enrolled', 'employed'].map((name) =>
    row(of(name), name === 'wordUnknown' ? '没有这一类' : undefined),
  )
  const guessed: Row[] = [
    ['旁人', of('underOtherName').idNumber, '农村低保一类'],
    ['', of('withoutName').idNumber, '农村低保一类'],
  ]
  await taken(department, kind, [...everybody, ...guessed], 'everybody')
  const other = await world.staff('department', { region, imports: ['ruralRevitalisation'] })
  await taken(other, 'ruralRevitalisation', [row(of('otherDepartments'), '已脱贫人口')], 'everybody')
  const clerk = await world.staff('clerk', { region, town: here, imports: [kind] })
  await taken(clerk, kind, [row(of('handedInByTown'))])
  await counted()
})
afterAll(() => world.stop())

const places = [
  [here, '东样村'],
  [here, '西样村'],
  [here, null],
  [there, '东样村'],
  [null, null],
] as const

const others = () => Object.keys(people).filter((name) => !own.includes(name))

/** Everything a department can ask for. */
async function allHeard(ask: Ask): Promise<string> {
  const heard: unknown[] = [await ask(ReadOwnRoster, {})]
  for (const [town, village] of places)
    for (const asked of [kind, 'ruralRevitalisation', 'population'] as const) {
      heard.push(await ask(ListOwnMissing, { coverageYear, kind: asked, town, village }))
      heard.push(await ask(ExportOwnMissing, { coverageYear, kind: asked, town, village }))
      heard.push(await ask(ExportOwnMissing, { coverageYear, kind: asked, town }))
    }
  return JSON.stringify(heard)
}

test('by town and village: how many of the roster there are, and how many have not enrolled', async () => {
  const reply = replyOf(await department(ReadOwnRoster, {}))
  expect(reply).toMatchObject({ coverageYear, rosters: [{ kind, on: '2023-11-20', people: 8, missing: 6 }] })
  expect(reply.rosters[0]?.duty?.clauses).toEqual(['shandan-2024#六(七)'])
  expect(reply.rosters[0]?.towns).toEqual([
    {
      ...{ name: here, people: 6, missing: 4 },
      villages: [
        { name: '东样村', people: 5, missing: 3 },
        { name: '西样村', people: 1, missing: 1 },
      ],
    },
    { name: there, people: 1, missing: 1, villages: [{ name: '东样村', people: 1, missing: 1 }] },
    { name: null, people: 1, missing: 1, villages: [{ name: null, people: 1, missing: 1 }] },
  ])
})

test('of its own it hears who they are and that they have not enrolled; of everybody else nothing, by call, list and export', async () => {
  const heard = await allHeard(department)
  for (const name of own) expect(heard).toContain(of(name).name)
  for (const name of others()) {
    expect(heard).not.toContain(of(name).name)
    expect(heard).not.toContain(of(name).residentId)
  }
  expect(heard).not.toMatch(/why|fen|noted|household|phone|\d{17}[\dX]/)
})

test('another department’s roster, and a register, are as absent as one that never came', async () => {
  const place = { coverageYear, town: here, village: '东样村' }
  for (const other of ['ruralRevitalisation', 'veterans', 'population'] as const)
    for (const contract of [ListOwnMissing, ExportOwnMissing])
      expect(await department(contract, { ...place, kind: other })).toEqual({
        kind: 'refused',
        refusal: 'noRoster',
      })
})

test('a department of one town hears of that town alone', async () => {
  const ofTown = await world.staff('department', { region, town: there, imports: [kind] })
  const heard = await allHeard(ofTown)
  expect(heard).toContain(of('inOtherTown').name)
  for (const name of Object.keys(people).filter((one) => one !== 'inOtherTown'))
    expect(heard).not.toContain(of(name).name)
  expect(JSON.stringify(await ofTown(ReadOwnRoster, {}))).not.toContain(here)
})

test('a town is taken along village by village, with who took it above, and each person in the audit log', async () => {
  const { csv } = replyOf(await department(ExportOwnMissing, { coverageYear, kind, town: here }))
  const lines = csv.split('\r\n')
  expect(lines[0]).toContain('样例经办')
  expect(lines[1]).toBe(`民政花名册,${here},名单上还没参保的人`)
  expect(lines.slice(3, -1).map((line) => line.split(',')[0])).toEqual([
    ...['东样村', '东样村', '东样村', '西样村'],
  ])
  const auditor = await world.staff('auditor', { region })
  const seen = await lookedAt(auditor, '2023-11-20', of('elsewhereInTown').residentId)
  expect(seen).toEqual(expect.arrayContaining(['ownMissingExported', 'ownMissingListed']))
  expect(await lookedAt(auditor, '2023-11-20', of('stranger').residentId)).toEqual([])
})

test('calls that are cut short after every page come to the same file', async () => {
  const request = { coverageYear, kind, town: here } as const
  const whole = replyOf(await department(ExportOwnMissing, request)).csv
  let at = 0
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => (at += 10_000))
  let [csv, cursor, calls]: [string, string | undefined, number] = ['', undefined, 0]
  do {
    const reply: { csv: string; cursor?: string } = replyOf(
      await department(ExportOwnMissing, { ...request, ...(cursor === undefined ? {} : { cursor }) }),
    )
    csv += reply.csv
    cursor = reply.cursor
    calls += 1
  } while (cursor !== undefined && calls < 20)
  clock.mockRestore()
  expect(calls).toBeGreaterThan(2)
  expect(csv).toBe(whole)
})

test('whoever has enrolled since is on the list no more; a roster that was taken back tells of nobody', async () => {
  const place = { coverageYear, kind, town: here, village: '东样村' } as const
  await enroll(of('mine'))
  const listed = replyOf(await department(ListOwnMissing, place)).people.map(({ residentId }) => residentId)
  expect(listed.sort()).toEqual([of('sameHouse').residentId, of('wordUnknown').residentId].sort())
  const fresh = await world.staff('department', { region, imports: ['health'] })
  const one = await somebody({})
  const importId = await taken(fresh, 'health', [row(one, '双女结扎户')], 'everybody')
  const ofHealth = { ...place, kind: 'health' } as const
  expect(replyOf(await fresh(ListOwnMissing, ofHealth)).people.map(({ name }) => name)).toEqual([one.name])
  await importSteps(fresh).undo(importId)
  expect(await fresh(ListOwnMissing, ofHealth)).toMatchObject({ refusal: 'noRoster' })
})

test('a count between two calls neither skips a village nor takes one twice', async () => {
  const clock = jest.spyOn(performance, 'now')
  const request = { coverageYear, kind, town: here } as const
  const whole = replyOf(await department(ExportOwnMissing, request)).csv
  const id = townId({ region, coverageYear }, here)
  const before = await world.store.get<TownFields>('progressTowns', id)
  const fields = before?.fields as TownFields
  const villages = [...fields.villages]
  const earlier = { ...villages[0]!, village: '安样村' }
  let revision = before?.revision ?? 0
  for (const recounted of [[earlier, ...villages], villages.slice(1)]) {
    let at = 0
    clock.mockImplementation(() => (at += 10_000))
    const first = replyOf(await department(ExportOwnMissing, request))
    await world.store.replace('progressTowns', id, revision, { ...fields, villages: recounted })
    let { csv, cursor } = first
    for (let calls = 0; cursor !== undefined && calls < 20; calls += 1) {
      const next: { csv: string; cursor?: string } = replyOf(
        await department(ExportOwnMissing, { ...request, cursor }),
      )
      csv += next.csv
      cursor = next.cursor
    }
    expect(csv.split('\r\n').slice(3)).toEqual(whole.split('\r\n').slice(3))
    await world.store.replace('progressTowns', id, revision + 1, fields)
    revision += 2
  }
  clock.mockRestore()
})
