/** A file’s way to the residents: tried, committed, by whom, and what of it can be read. */
import { randomUUID } from 'node:crypto'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { CommitImport } from '../../../shared/contracts/commitImport'
import { ListImports } from '../../../shared/contracts/listImports'
import { MapImport } from '../../../shared/contracts/mapImport'
import { OpenImport } from '../../../shared/contracts/openImport'
import { ReadImport } from '../../../shared/contracts/readImport'
import { TryImport } from '../../../shared/contracts/tryImport'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'
import { identities, kinds, knownIn, many, population, region } from './rosterFiles'

let world: World
let bureau: Ask
let known: ReturnType<typeof knownIn>
beforeEach(async () => {
  world = await startWorld()
  known = knownIn(world)
  bureau = await world.staff('bureau', { region, imports: kinds })
})
afterEach(() => world.stop())

test('a population register is tried, which changes nobody, and committed: people are there, readable with the key alone', async () => {
  const people = many(250)
  const file = population(people.map(({ name, idNumber }) => ['样例镇', idNumber, '', name]))
  const steps = importSteps(bureau)
  const tried = await steps.tried('population', file)
  expect(tried).toMatchObject({
    rows: 250,
    counts: { added: 250, changed: 0, same: 0, rejected: 0 },
    mapping: { name: 4, idNumber: 2, town: 1 },
  })
  expect(await known(people[7]?.idNumber ?? '')).toBeUndefined()
  expect((await steps.commit(tried.importId)).counts).toEqual(tried.counts)
  for (const { name, idNumber } of people)
    expect(await known(idNumber)).toMatchObject({
      name,
      town: '样例镇',
      fields: { residence: 'hukou', identities: null },
    })
  // The same file once more changes nobody.
  const again = await steps.tried('population', file)
  expect(again.counts).toEqual({ added: 0, changed: 0, same: 250, rejected: 0 })
  await steps.commit(again.importId)
  expect(await known(people[0]?.idNumber ?? '')).toMatchObject({ revision: 1 })
})

test('nothing of a person stands readable in what is parked', async () => {
  const [person] = many(1)
  if (!person) throw new Error('nobody')
  await importSteps(bureau).tried('population', population([['样例镇', person.idNumber, '', person.name]]))
  for (const collection of ['imports', 'importParts', 'importRows', 'importRejects', 'auditEvents']) {
    const sort = {
      field: collection === 'imports' ? 'startedAt' : collection === 'auditEvents' ? 'at' : 'sealed',
      order: 'ascending',
    } as const
    const { documents } = await world.store.find(collection, { where: {}, sort, limit: 100 })
    expect(JSON.stringify(documents)).not.toContain(person.idNumber)
    expect(JSON.stringify(documents)).not.toContain(person.name)
  }
})

test('an identity roster replaces what its office said before and nobody else’s word; the day is the roster’s, or today', async () => {
  const [a, b, c] = [
    await world.addPerson({
      identities: [
        { code: 'ruralDibao/3', since: '2029-01-01' },
        { code: 'disability/2', since: null },
      ],
    }),
    await world.addPerson(),
    await world.addPerson({ identities: [{ code: 'ruralDibao/2', since: '2029-05-05' }] }),
  ]
  const steps = importSteps(bureau)
  const { importId, counts } = await steps.tried(
    'civilAffairs',
    identities([
      [a.name, a.idNumber, '农村低保一类', '2030年10月8日'],
      [b.name, b.idNumber, '特困人员'],
      [c.name, c.idNumber, '农村低保二类'],
    ]),
  )
  expect(counts).toEqual({ added: 0, changed: 2, same: 1, rejected: 0 })
  await steps.commit(importId)
  expect((await known(a.idNumber))?.fields.identities).toEqual([
    { code: 'disability/2', since: null },
    { code: 'ruralDibao/1', since: '2030-10-08' },
  ])
  expect((await known(b.idNumber))?.fields.identities).toEqual([
    { code: 'extremePoverty', since: '2030-11-20' },
  ])
  await steps.undo(importId)
  expect((await known(a.idNumber))?.fields.identities).toEqual(a.identities)
  expect((await known(b.idNumber))?.fields.identities).toEqual([])
})

test('a stated total that differs from the rows stops the commit, typed or in a row of its own', async () => {
  const [a, b] = [await world.addPerson(), await world.addPerson()]
  const rows = [a, b].map(({ name, idNumber }) => [name, idNumber, '孤儿'])
  const steps = importSteps(bureau)
  for (const tried of [
    await steps.tried('civilAffairs', identities([...rows, ['合计', '3人']])),
    await steps.tried('civilAffairs', identities(rows), 3),
  ])
    expect(await bureau(CommitImport, { importId: tried.importId })).toEqual({
      kind: 'refused',
      refusal: 'totalDiffers',
      details: { stated: 3, counted: 2 },
    })
  const right = await steps.tried('civilAffairs', identities([...rows, ['合计', '2人']]))
  expect((await steps.commit(right.importId)).counts.changed).toBe(2)
})

test('columns may stand in any order under any heading, and named once they are remembered', async () => {
  const person = await world.addPerson()
  const file = makeWorkbook([
    ['类', '号', '谁'],
    ['孤儿', person.idNumber, person.name],
  ])
  const steps = importSteps(bureau)
  const first = await steps.read('civilAffairs', file)
  expect(first).toMatchObject({ state: 'uploaded', headings: ['类', '号', '谁'], mapping: {} })
  expect(await bureau(MapImport, { importId: first.importId, mapping: { name: 3, idNumber: 2 } })).toEqual({
    kind: 'refused',
    refusal: 'columnMissing',
    details: { columns: ['identity'] },
  })
  const mapping = { name: 3, idNumber: 2, identity: 1 }
  replyOf(await bureau(MapImport, { importId: first.importId, mapping }))
  expect((await steps.read('civilAffairs', file)).mapping).toEqual(mapping)
  const other = await world.staff('department', { region, imports: ['civilAffairs'] })
  expect((await importSteps(other).read('civilAffairs', file)).mapping).toEqual({})
})

test('a clerk of one town learns nothing of another’s people: the same answer, to the byte, as of nobody', async () => {
  const own = await world.addPerson({ town: '样例镇' })
  const theirs = await world.addPerson({ town: '别的镇' })
  const nobody = plainPerson()
  const clerk = await world.staff('clerk', { region, town: '样例镇', imports: ['civilAffairs'] })
  const steps = importSteps(clerk)
  const told: string[] = []
  for (const person of [theirs, { ...theirs, name: '张三' }, nobody]) {
    const rows = [own, person].map(({ name, idNumber }) => [name, idNumber, '孤儿'])
    const { importId, counts } = await steps.tried('civilAffairs', identities(rows))
    const [, , line = ''] = (await steps.rejects(importId)).split('\r\n')
    told.push(JSON.stringify([counts, line.split(',').slice(2)]))
  }
  expect(new Set(told).size).toBe(1)
  expect(told[0]).toContain('没有这个人')
})

test('who may import what stands in the account; others’ imports are as absent as what does not exist', async () => {
  const file = identities([['甲', '1', '孤儿']])
  const { importId } = await importSteps(bureau).read('civilAffairs', file)
  const key = randomUUID()
  const federation = await world.staff('department', { region, imports: ['disabledFederation'] })
  const elsewhere = await world.staff('bureau', { region: 'lakeside', imports: kinds })
  const clerk = await world.staff('clerk', { region, town: '样例镇', imports: kinds })
  expect(
    await federation(BeginImport, { kind: 'civilAffairs', key, parts: 1, fileName: '名单.csv' }),
  ).toMatchObject({
    refusal: 'notAllowed',
  })
  expect(await clerk(BeginImport, { kind: 'population', key, parts: 1, fileName: '名单.csv' })).toMatchObject(
    {
      refusal: 'notAllowed',
    },
  )
  for (const ask of [federation, elsewhere, clerk]) {
    expect(await ask(TryImport, { importId })).toEqual(await ask(TryImport, { importId: 'no-such-import' }))
    expect(replyOf(await ask(ListImports, {})).imports).toEqual([])
  }
  expect(replyOf(await bureau(ListImports, {})).imports).toHaveLength(1)
})

test('a file that is no roster is refused for good, and a step out of turn changes nothing', async () => {
  const steps = importSteps(bureau)
  const broken = await steps.read('civilAffairs', Buffer.from('%PDF-1.7'))
  expect(broken).toMatchObject({ state: 'refused', refusal: 'notAWorkbook' })
  const { importId } = broken
  for (const contract of [ReadImport, TryImport, CommitImport, UndoImport])
    expect(await bureau(contract, { importId })).toEqual({ kind: 'refused', refusal: 'notNow' })
  const { importId: waiting } = replyOf(
    await bureau(BeginImport, { kind: 'civilAffairs', key: randomUUID(), parts: 2, fileName: '名单.csv' }),
  )
  expect(await bureau(ReadImport, { importId: waiting })).toEqual({ kind: 'refused', refusal: 'partMissing' })
})

test('whoever opens an import sees how far it is and rows in which nobody can be recognised', async () => {
  const person = plainPerson()
  const file = makeWorkbook([
    ['姓名', '身份证号码', '人员类别', '认定日期', '一卡通账号'],
    [person.name, person.idNumber, '特困人员', '2023年10月8日', '6299990000000000017'],
  ])
  const { importId } = await importSteps(bureau).read('civilAffairs', file)
  const opened = replyOf(await bureau(OpenImport, { importId }))
  expect(opened.import).toMatchObject({ state: 'uploaded', fileName: '名单.xlsx', countedTotal: 1 })
  const masked = `${person.idNumber.slice(0, 4)}****${person.idNumber.slice(-2)}`
  expect(opened.sample).toEqual([
    [`${person.name.slice(0, 1)}**`, masked, '特困人员', '2023年10月8日', '6299****17'],
  ])
  const stored = await world.store.get('imports', importId)
  expect(JSON.stringify(stored)).not.toContain('名单')
})

test('a table without a row of headings is turned away: its first row would be somebody', async () => {
  const [a, b] = [plainPerson(), plainPerson()]
  const rows = [a, b].map(({ name, idNumber }) => [name, idNumber, '孤儿'])
  const refused = await importSteps(bureau).read('civilAffairs', makeWorkbook(rows))
  expect(refused).toMatchObject({ state: 'refused', refusal: 'headingsMissing', headings: [] })
  const stored = await world.store.get('imports', refused.importId)
  expect(JSON.stringify(stored)).not.toContain(a.name)
})
