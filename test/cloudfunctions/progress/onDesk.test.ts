/** 进度和未参保名单 as the offices get them; and a town's clerk hears of no other town. */
import { join } from 'node:path'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { beginRound, countOn } from '../../../cloudfunctions/_progress/countOn'
import { countProgress as countingJob } from '../../../cloudfunctions/jobs/countProgress'
import { sealContact } from '../../../cloudfunctions/_residents/contactRecord'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { ExportMissing, ListMissing, OpenMissing } from '../../../shared/contracts/missing'
import {
  CountProgress,
  ExportProgress,
  ReadProgress,
  ReadTown,
  ReadWorkFund,
} from '../../../shared/contracts/progress'
import { CheckSpecial, NoteSpecial } from '../../../shared/contracts/specialNotes'
import { loadTables } from '../../../shared/policy/loadTables'
import { startDayWorld, type DayWorld } from '../world/dayWorld'
import { lookedAt } from '../world/lookedAt'
import { replyOf } from '../world/startWorld'

const tables = loadTables(join(__dirname, '../../../shared/policy/tables'))
const coverageYear = 2020
const year = { coverageYear }

let world: DayWorld
let bureau: Awaited<ReturnType<DayWorld['staff']>>
let clerk: typeof bureau
const [here, there] = ['泉水镇', '石埭镇']

async function somebody(person: Partial<RosterPerson>, enrolled?: Partial<EnrollmentFields>) {
  const { residentId, name } = await world.addPerson({ region: 'pubei', lastCovered: null, ...person })
  if (enrolled)
    await world.store.insert('enrollments', yearId(residentId, coverageYear), {
      residentId,
      region: 'pubei',
      partition: partitionOf(residentId),
      coverageYear,
      way: 'counter',
      identity: null,
      paidFen: 25_000,
      paidAt: null,
      paidOn: '2019-12-30',
      coverageFrom: [],
      coverageTo: [],
      orderNumber: null,
      withdrawnAt: null,
      ...enrolled,
    })
  return { residentId, name }
}

const events = async (action: string) => {
  const { documents } = await world.store.find('auditEvents', {
    where: { action },
    sort: { field: 'at', order: 'ascending' },
    limit: 100,
  })
  return documents.map(({ fields }) => fields)
}

let people: Record<string, { residentId: string; name: string }>
beforeAll(async () => {
  world = await startDayWorld('2020-01-10T01:00:00Z')
  world.service.policies = servePolicies(tables)
  bureau = await world.staff('bureau', { region: 'pubei' })
  clerk = await world.staff('clerk', { region: 'pubei', town: here })
  const village = { town: here, village: '东样村' }
  people = {
    paid: await somebody(village, {}),
    onBehalf: await somebody(village, { way: 'onBehalf', paidOn: '2020-01-02' }),
    backAgain: await somebody({ ...village, household: '2' }, { withdrawnAt: '2020-01-05T00:00:00Z' }),
    mother: await somebody({ ...village, household: '1', lastCovered: 2019 }),
    poor: await somebody({ ...village, household: '2', identities: [{ code: 'orphan', since: null }] }),
    child: await somebody({ ...village, household: '1' }),
    alone: await somebody({ ...village, otherCover: 'residentElsewhere' }),
    employed: await somebody({ ...village, otherCover: 'employee' }),
    soldier: await somebody(village),
    unplaced: await somebody({ town: here, village: null }),
    stranger: await somebody({ town: there, village: '东样村', household: '1' }),
    lost: await somebody({ town: null }),
  }
})
afterAll(() => world.stop())

const of = (name: string) => people[name] ?? { residentId: '', name: '' }

test('before the first count nothing is said of anybody, and the printed rows are there', async () => {
  const progress = replyOf(await bureau(ReadProgress, year))
  expect(progress).toMatchObject({
    asOf: null,
    counting: null,
    total: { done: 0, reckoned: { target: 825_000 } },
  })
  expect(progress.units).toHaveLength(17)
  expect(progress.targets).toMatchObject({ clauses: ['pubei-2020#附件1'], columns: [{ key: 'target' }] })
  expect(await bureau(ReadTown, { ...year, town: here })).toMatchObject({ refusal: 'notFound' })
  expect(await bureau(ReadProgress, { coverageYear: 2030 })).toMatchObject({ refusal: 'noPolicy' })
  expect(replyOf(await bureau(CountProgress, year))).toEqual({ asOf: null, counting: null })
})

test('counted when the bureau asks, in the order of the notice, and read by whoever may', async () => {
  const note = { group: 'activeService', evidence: '征兵办证明样例', scheme: null, insuredAt: null } as const
  replyOf(await clerk(NoteSpecial, { ...year, residentId: of('soldier').residentId, ...note }))
  replyOf(await bureau(CheckSpecial, { ...year, residentId: of('soldier').residentId }))
  let counted = replyOf(await bureau(CountProgress, { ...year, anew: true }))
  while (counted.counting) counted = replyOf(await bureau(CountProgress, year))
  const progress = replyOf(await bureau(ReadProgress, year))
  expect(progress.asOf).toBe(counted.asOf)
  expect(progress.units.map(({ name }) => name)).toEqual([
    ...(tables.find(({ region }) => region === 'pubei')?.targets?.rows ?? []).map(({ name }) => name),
    null,
  ])
  expect(progress.units[0]).toMatchObject({
    name: here,
    done: 2,
    gap: 24_798,
    counts: {
      registered: 10,
      employee: 1,
      counter: 1,
      onBehalf: 1,
      exempt: 1,
      elsewhere: 1,
      subsidised: 1,
      lastYear: 1,
      other: 3,
    },
  })
  expect(progress.total).toMatchObject({
    reckoned: { done: 2, shortfall: 824_998 },
    outside: { names: [null], counts: { registered: 1 }, done: 0 },
  })
  expect(progress.until).toBe('2020-02-29')
  const target = { region: 'pubei', town: here, village: '东样村', ...year, heads: 12, order: 3 }
  await world.store.insert('importedTargets', 'one', target)
  await world.store.insert('importedTargets', 'two', { ...target, town: there, heads: 99 })
  const town = replyOf(await bureau(ReadTown, { ...year, town: here }))
  expect(town.villages.map(({ village, done, target: sent, gap }) => [village, done, sent, gap])).toEqual([
    ['东样村', 2, 12, 10],
    [null, 0, null, null],
  ])
  expect(town.total).toMatchObject({
    reckoned: { done: 2, target: 12, targetFrom: 'imported', percent: 16.7, shortfall: 10 },
    outside: { names: [null], counts: { registered: 1 }, done: 0 },
  })
  expect(town.clauses).toEqual(['pubei-2020#附件1'])
})

test('an imported target of a town stands beside the printed one, which counts; of one unlisted it is shown, and outside', async () => {
  const fields = { region: 'pubei', village: null, ...year, order: 1 }
  await world.store.insert('importedTargets', 'beside', { ...fields, town: here, heads: 20_000 })
  await world.store.insert('importedTargets', 'alone', { ...fields, town: '样例农场', heads: 60 })
  await world.store.insert('importedTargets', 'undone', { ...fields, town: '撤回农场', heads: null })
  const { units, total } = replyOf(await bureau(ReadProgress, year))
  expect(units[0]).toMatchObject({ imported: 20_000, target: 24_800, targetFrom: 'notice', gap: 24_798 })
  expect(units.at(-2)).toMatchObject({ name: '样例农场', printed: null, targetFrom: 'imported', gap: 60 })
  expect(units.map(({ name }) => name)).not.toContain('撤回农场')
  expect(total.reckoned).toMatchObject({ target: 825_000, targetFrom: 'notice', shortfall: 824_998 })
  const { csv } = replyOf(await bureau(ExportProgress, year))
  expect(csv).toMatch(/泉水镇,24800,20000,/)
  expect(csv).toMatch(/样例农场,,60,/)
  expect(csv).toContain('两处都有任务的，完成和还差照通知印的算')
  expect(csv).toMatch(/通知没有列任务，不算进完成和还差,未登记乡镇,登记在册,1,到账人数,0/)
  const fund = replyOf(await bureau(ReadWorkFund, year)).fund
  expect(fund?.units.map(({ name }) => name)).not.toContain('样例农场')
})

test('a town’s clerk sees that town: the same answers for another as for one that does not exist', async () => {
  const own = replyOf(await clerk(ReadProgress, year))
  expect(own.units.map(({ name }) => name)).toEqual([here])
  expect(own.total.reckoned).toMatchObject({ done: 2, target: 24_800, shortfall: 24_798 })
  expect(own.mayCount).toBe(false)
  for (const town of [there, '无此镇', null]) {
    expect(await clerk(ReadTown, { ...year, town })).toEqual({ kind: 'refused', refusal: 'notFound' })
    expect(await clerk(ExportProgress, { ...year, town })).toEqual({ kind: 'refused', refusal: 'notFound' })
    const place = { ...year, town, village: '东样村' }
    expect(replyOf(await clerk(ListMissing, place))).toEqual({ people: [] })
    const { csv } = replyOf(await clerk(ExportMissing, place))
    expect(csv).not.toContain(of('stranger').name)
    expect(csv.split('\r\n')).toHaveLength(4)
  }
  const { csv } = replyOf(await clerk(ExportProgress, year))
  expect(csv).toContain(here)
  expect(csv).not.toMatch(/石埭镇|样例农场/)
  expect(await clerk(ReadTown, { ...year, town: '样例农场' })).toMatchObject({ refusal: 'notFound' })
  for (const residentId of [of('stranger').residentId, 'nobody-there'])
    expect(await clerk(OpenMissing, { ...year, residentId })).toEqual({
      kind: 'refused',
      refusal: 'notFound',
    })
  const fund = replyOf(await clerk(ReadWorkFund, year)).fund
  expect(fund?.units.map(({ name }) => name)).toEqual([here])
  expect(fund?.bureau).toBeNull()
})

test('who is missing, by household; whoever paid since the count is not on the list', async () => {
  const place = { ...year, town: here, village: '东样村' }
  const list = async () => replyOf(await clerk(ListMissing, place)).people
  const missing = await list()
  expect(missing.map(({ residentId, why }) => `${residentId} ${why}`).sort()).toEqual(
    [
      `${of('backAgain').residentId} other`,
      `${of('mother').residentId} lastYear`,
      `${of('poor').residentId} subsidised`,
      `${of('child').residentId} other`,
      `${of('alone').residentId} elsewhere`,
    ].sort(),
  )
  const households = missing.map(({ household }) => household)
  expect(new Set(households.slice(0, 4)).size).toBe(2)
  expect([households[0], households[2], households[4]]).toEqual([households[1], households[3], null])
  const unplaced = replyOf(await clerk(ListMissing, { ...place, village: null })).people
  expect(unplaced.map(({ residentId }) => residentId)).toEqual([of('unplaced').residentId])
  const lost = replyOf(await bureau(ListMissing, { ...year, town: null, village: null })).people
  expect(lost.map(({ residentId }) => residentId)).toEqual([of('lost').residentId])
  const later = await somebody({ town: here, village: '东样村' }, {})
  expect((await list()).map(({ residentId }) => residentId)).not.toContain(later.residentId)
})

test('a record that is nobody’s any more is neither counted nor listed nor opened nor noted', async () => {
  const village = { town: here, village: '合并村' }
  for (const household of ['1', null]) {
    const { residentId } = await somebody({ ...village, household })
    const stored = await world.store.get('residents', residentId)
    await world.store.replace('residents', residentId, 1, { ...stored?.fields, partition: null })
    expect(await clerk(OpenMissing, { ...year, residentId })).toMatchObject({ refusal: 'notFound' })
    const note = { group: 'other', evidence: '样例', scheme: null, insuredAt: null } as const
    expect(await clerk(NoteSpecial, { ...year, residentId, ...note })).toMatchObject({ refusal: 'notFound' })
  }
  expect(replyOf(await clerk(ListMissing, { ...year, ...village }))).toEqual({ people: [] })
})

test('telephone and address are for whoever opens that person, and that stands in the audit log', async () => {
  const { residentId } = of('mother')
  const contact = { phone: '00000000001', address: '东样村1号' }
  await world.store.insert('contacts', residentId, {
    region: 'pubei',
    town: here,
    sealedContact: sealContact(world.service.cipher, residentId, contact),
  })
  const listed = JSON.stringify(replyOf(await clerk(ListMissing, { ...year, town: here, village: '东样村' })))
  expect(listed).not.toMatch(/00000000001|东样村1号/)
  expect(replyOf(await clerk(OpenMissing, { ...year, residentId }))).toMatchObject({
    ...contact,
    why: 'lastYear',
    village: '东样村',
  })
  expect((await events('missingOpened')).map(({ object }) => object)).toEqual([`residents/${residentId}`])
  const { lists } = replyOf(await clerk(OpenMissing, { ...year, residentId: of('child').residentId }))
  expect(lists.map(({ groups, evidence, clauses }) => [groups.length, evidence, clauses[1]])).toEqual([
    [7, null, 'pubei-2020#附件2'],
    [1, null, 'pubei-2020#附件3'],
  ])
  expect(replyOf(await clerk(OpenMissing, { ...year, residentId: of('soldier').residentId }))).toMatchObject({
    why: null,
    noted: { group: 'activeService', state: 'checked' },
    phone: null,
  })
  expect(await events('missingListed')).not.toHaveLength(0)
})

test('a list in pages and as a table: nobody twice, nobody left out, and who took it along stands above', async () => {
  const village = { town: here, village: '大样村' }
  const ids = new Set<string>()
  for (let at = 0; at < 150; at += 1)
    ids.add((await somebody({ ...village, household: at % 3 === 0 ? null : `大${at % 40}` })).residentId)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = replyOf(await clerk(ListMissing, { ...year, ...village, ...(cursor && { cursor }) }))
    seen.push(...page.people.map(({ residentId }) => residentId))
    cursor = page.cursor
  } while (cursor !== undefined)
  expect(seen).toHaveLength(150)
  expect(new Set(seen)).toEqual(ids)
  const exported = replyOf(await clerk(ExportMissing, { ...year, ...village }))
  const lines = exported.csv.split('\r\n')
  expect(exported.cursor).toBeUndefined()
  expect(lines).toHaveLength(3 + 150 + 1)
  expect(lines[0]).toContain('样例经办')
  expect(exported.csv).not.toMatch(/\d{17}[\dX]/)
  expect(await events('missingExported')).toContainEqual(
    expect.objectContaining({ details: expect.objectContaining({ people: 150 }) as unknown }),
  )
  const auditor = await world.staff('auditor', { region: 'pubei' })
  const [first = ''] = ids
  expect(await lookedAt(auditor, '2020-01-10', first)).toContain('missingExported')
})

test('the table that is exported has the page’s figures, line by line', async () => {
  const progress = replyOf(await bureau(ReadProgress, year))
  const lines = replyOf(await bureau(ExportProgress, year)).csv.split('\r\n')
  const cells = lines.slice(3, 3 + progress.units.length).map((line) => line.split(','))
  expect(cells.map(([name, target]) => [name, target])).toEqual(
    progress.units.map(({ name, printed }) => [name ?? '未登记乡镇', `${printed?.target ?? ''}`]),
  )
  expect(lines[3 + progress.units.length]).toMatch(/^合计（有任务的）,825000,/)
  expect(lines.join('')).toContain('“还差”只加未完成的单位')
  expect(replyOf(await bureau(ExportProgress, { ...year, town: here })).csv).toContain('东样村')
  expect(await events('progressExported')).toHaveLength(4)
})

test('工作经费 by the notice’s steps; a county whose notice has none is told so', async () => {
  const { fund } = replyOf(await bureau(ReadWorkFund, year))
  expect(fund).toMatchObject({
    clauses: ['pubei-2020#八(四)'],
    steps: [{ fenPerHead: 120 }, { fenPerHead: 110 }, { fenPerHead: 100 }, { fenPerHead: 50 }],
    bureau: { fenPerHead: 30, heads: 2, fen: 60 },
  })
  expect(fund?.units[0]).toMatchObject({ state: 'open', step: 1, readings: [] })
  const elsewhere = await world.staff('bureau', { region: 'shandan' })
  expect(replyOf(await elsewhere(ReadWorkFund, { coverageYear: 2024 })).fund).toBeNull()
})

test('every county is counted once a day from the morning on, and a county that fails does not stop the others', async () => {
  world.setClock('2020-01-11', '05:00')
  const before = replyOf(await bureau(ReadProgress, year)).asOf
  await countingJob(world.ports())
  expect(replyOf(await bureau(ReadProgress, year)).asOf).toBe(before)
  world.setClock('2020-01-11', '06:30')
  expect(await countingJob(world.ports())).toEqual({ counted: 4 })
  const after = replyOf(await bureau(ReadProgress, year))
  expect(after.asOf).not.toBe(before)
  expect(after.units[0]?.done).toBe(3)
  await countingJob(world.ports())
  expect(replyOf(await bureau(ReadProgress, year)).asOf).toBe(after.asOf)
})

test('counted anew: a round of today that is under way goes on, one left half on another day does not', async () => {
  const table = world.service.policies.inForce('pubei', year.coverageYear)
  if (!table) throw new Error('no table')
  const half = await countOn(world.service, table, await beginRound(world.service, table), () => false)
  expect(half.fields).toMatchObject({ next: 1, finishedAt: null })
  expect((await beginRound(world.service, table)).fields).toEqual(half.fields)
  world.later(24 * 60)
  const begunAt = world.service.clock.now()
  expect((await beginRound(world.service, table)).fields).toMatchObject({
    round: half.fields.round + 1,
    next: 0,
    begunAt,
  })
})
