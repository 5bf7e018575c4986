import { createHash, randomUUID } from 'node:crypto'
import { openResident, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { residentIndexId } from '../../../cloudfunctions/_residents/recogniseResident'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { CommitImport } from '../../../shared/contracts/commitImport'
import { ImportRejects } from '../../../shared/contracts/importRejects'
import { ListImports } from '../../../shared/contracts/listImports'
import { MapImport } from '../../../shared/contracts/mapImport'
import { OpenImport } from '../../../shared/contracts/openImport'
import { ReadImport } from '../../../shared/contracts/readImport'
import { RejectedRows } from '../../../shared/contracts/rejectedRows'
import { TryImport } from '../../../shared/contracts/tryImport'
import { UndoImport } from '../../../shared/contracts/undoImport'
import type { ImportKind } from '../../../shared/contracts/imports'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { lookedAt } from '../world/lookedAt'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'

const kinds: ImportKind[] = ['population', 'employeeInsured', 'civilAffairs', 'disabledFederation']
const region = 'rivertown'
let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: kinds })
})
afterEach(() => world.stop())

const population = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['山丹县人口底册'], ['乡镇', '身份证号码', '备注', '姓名'], ...rows])
const identities = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['姓名', '身份证号码', '人员类别', '认定日期'], ...rows])

async function known(idNumber: string) {
  const index = await world.store.get<{ residentId: string }>(
    'residentIndex',
    residentIndexId(world.service.cipher, region, idNumber),
  )
  const resident = index && (await world.store.get<ResidentFields>('residents', index.fields.residentId))
  return (
    resident && {
      ...openResident(world.service.cipher, resident),
      fields: resident.fields,
      revision: resident.revision,
    }
  )
}

const many = (count: number) => Array.from({ length: count }, () => plainPerson())

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

test('a chunk is written and taken back in several transactions, and what each rejects or changes is kept beside the others’', async () => {
  const people = many(50)
  const wrong = [3, 25, 44]
  const steps = importSteps(bureau)
  const file = population(
    people.map(({ name, idNumber }, i) => ['样例镇', wrong.includes(i) ? '110' : idNumber, '', name]),
  )
  const tried = await steps.tried('population', file)
  expect((await steps.commit(tried.importId)).counts).toEqual({ ...tried.counts, added: 47, rejected: 3 })
  const rows = (await steps.rejects(tried.importId)).split('\r\n').slice(2, -1)
  expect(rows.map((row) => row.split(',').at(-3))).toEqual(wrong.map((i) => String(i + 3)))
  const before = await Promise.all(people.map(({ idNumber }) => known(idNumber)))
  expect(before.filter((one) => one !== undefined)).toHaveLength(47)
  await steps.undo(tried.importId)
  expect((await Promise.all(people.map(({ idNumber }) => known(idNumber)))).filter(Boolean)).toEqual([])
})

test('rejected rows that are more than one answer may hold come in several, each row once', async () => {
  // Each text another one: a workbook that packs too well is turned away.
  const note = (i: number) => createHash('shake256', { outputLength: 200 }).update(`${i}`).digest('hex')
  const rows = many(110).map(({ name }, i) => [
    '110',
    name,
    ...[...Array(10).keys()].map((j) => note(i * 10 + j)),
  ])
  const file = makeWorkbook([
    ['身份证号码', '姓名', ...Array.from({ length: 10 }, (_, j) => `备注${j}`)],
    ...rows,
  ])
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('employeeInsured', file)
  expect(replyOf(await bureau(ImportRejects, { importId, from: 0 })).next).toBe(1)
  const lines = (await steps.rejects(importId)).split('\r\n').slice(2, -1)
  expect(lines.map((line) => line.split(',').at(-3))).toEqual(rows.map((_, i) => String(i + 2)))
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

test('each wrong row is rejected with its row, column and reason, and comes back as a file that no spreadsheet computes', async () => {
  const [good, other, twice] = [await world.addPerson(), await world.addPerson(), await world.addPerson()]
  const stranger = plainPerson()
  const last = good.idNumber.slice(-1)
  const steps = importSteps(bureau)
  const { importId, counts } = await steps.tried(
    'civilAffairs',
    identities([
      ['', good.idNumber, '特困人员'],
      ['=HYPERLINK("http://a")', plainPerson().idNumber, '特困人员'],
      [good.name, '', '特困人员'],
      [good.name, 629999197001010120, '特困人员'],
      [good.name, good.idNumber.slice(1), '特困人员'],
      [good.name, good.idNumber.replace('0101', '0230'), '特困人员'],
      [good.name, good.idNumber.slice(0, 17) + (last === '1' ? '2' : '1'), '特困人员'],
      [other.name + '甲', other.idNumber, '特困人员'],
      [stranger.name, stranger.idNumber, '特困人员'],
      [twice.name, twice.idNumber, '自己填的'],
      [twice.name, twice.idNumber, '特困人员'],
    ]),
  )
  expect(counts).toEqual({ added: 0, changed: 0, same: 0, rejected: 11 })
  const lines = (await steps.rejects(importId)).split('\r\n')
  expect(lines[0]).toBe('\uFEFF样例经办 2030-11-20 12:00:00 导出，含个人信息，用后删除')
  expect(lines[1]).toBe('姓名,身份证号码,人员类别,认定日期,原文件行,原文件列,退回原因')
  const told = lines.slice(2, -1).map((line) => line.split(',').slice(-3))
  const places = ['A2', 'A3', 'B4', 'B5', 'B6', 'B7', 'B8', 'A9', 'B10', 'C11', 'B12']
  expect(told.map(([row, column]) => `${column}${row}`)).toEqual(places)
  expect(new Set(told.map(([, , why]) => why)).size).toBeGreaterThanOrEqual(9)
  expect(lines[3]).toMatch(/^"'=HYPERLINK/)
})

/** A number with a nought in each of its last three places that may be somebody's: its check character happens to be one. */
function roundedRight(): string {
  for (let year = 1940; ; year += 1)
    for (let hundreds = 0; hundreds < 10; hundreds += 1) {
      const first17 = `629999${year}0101${hundreds}00`
      if (checkCharacter(first17) === '0') return `${first17}0`
    }
}

test('numbers that a spreadsheet rounded are rejected as such, also where one looks right, and strangers who share what is left are not one person', async () => {
  const right = roundedRight()
  const rows = [
    ['甲样例', 629999197001010120],
    ['乙样例', 629999197001010120],
    ['丙样例', '6.29999E+17'],
    ['丁样例', '6.29999E+17'],
    ['戊样例', right],
  ]
  const steps = importSteps(bureau)
  const reasons = async (more: MadeCell[][]) => {
    const { importId } = await steps.tried(
      'population',
      population([...rows, ...more].map(([name, id]) => ['某镇', id!, '', name!])),
    )
    return (await steps.rejects(importId))
      .split('\r\n')
      .slice(2, -1)
      .map((line) => line.split(',').slice(-1)[0])
  }
  const lost = '号码被存成了数字'
  expect(await reasons([])).toEqual(Array<unknown>(4).fill(expect.stringContaining(lost)))
  const wrong = right.slice(0, 14) + '9000'
  expect(await reasons([['己样例', wrong]])).toEqual(Array<unknown>(6).fill(expect.stringContaining(lost)))
})

test('the same number with an apostrophe before it is the same person', async () => {
  const { name, idNumber } = await world.addPerson()
  const rows = [
    [name, idNumber, '孤儿'],
    [name, `'${idNumber}`, '特困人员'],
  ]
  expect((await importSteps(bureau).tried('civilAffairs', identities(rows))).counts).toMatchObject({
    changed: 1,
    rejected: 1,
  })
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

test('nothing is undone where something depends on it, and it says what', async () => {
  const person = await world.addPerson()
  const steps = importSteps(bureau)
  const first = await steps.tried('civilAffairs', identities([[person.name, person.idNumber, '孤儿']]))
  await steps.commit(first.importId)
  const second = await steps.tried('civilAffairs', identities([[person.name, person.idNumber, '特困人员']]))
  await steps.commit(second.importId)
  expect(await bureau(UndoImport, { importId: first.importId })).toEqual({
    kind: 'refused',
    refusal: 'dependedOn',
    details: { changed: 1, paid: 0, closed: 0 },
  })
  await steps.undo(second.importId)
  expect((await known(person.idNumber))?.fields.identities).toMatchObject([{ code: 'orphan' }])
})

test('added people who have a claim by now stay; without one they are no longer found, and may be added again', async () => {
  const [a, b] = many(2)
  if (!a || !b) throw new Error('nobody')
  const file = population([a, b].map(({ name, idNumber }) => ['样例镇', idNumber, '', name]))
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', file)
  await steps.commit(importId)
  const { cipher } = world.service
  const claimId = `${cipher.index('claim', a.idNumber)}-2031`
  await world.store.insert('claims', claimId, { orderNumber: null, enrolledIn: region })
  expect(await bureau(UndoImport, { importId })).toMatchObject({
    refusal: 'dependedOn',
    details: { changed: 0, paid: 1 },
  })
  await world.store.replace('claims', claimId, 1, { orderNumber: null, enrolledIn: null })
  await steps.undo(importId)
  expect(await known(a.idNumber)).toBeUndefined()
  const again = await steps.tried('population', file)
  expect(again.counts.added).toBe(2)
  await steps.commit(again.importId)
  expect(await known(b.idNumber)).toMatchObject({ name: b.name })
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

test('rejected rows are read with their number masked, and that somebody read them is in the audit log', async () => {
  const [a, b] = [await world.addPerson(), await world.addPerson()]
  const steps = importSteps(bureau)
  const rows = [
    [a.name, a.idNumber, '孤儿'],
    [`${b.name}1`, `'${b.idNumber}`, '孤儿'],
    [b.name, b.idNumber.slice(0, 17), '孤儿'],
    [a.name, a.idNumber, '孤儿'],
  ]
  const { importId } = await steps.tried('civilAffairs', identities(rows))
  const reply = replyOf(await bureau(RejectedRows, { importId, from: 0 }))
  expect(reply).toEqual({
    rows: [
      { row: 3, heading: '姓名', written: `${b.name}1`, reason: 'nameForm', sameAs: null },
      {
        row: 4,
        heading: '身份证号码',
        written: `${b.idNumber.slice(0, 4)}****${b.idNumber.slice(15, 17)}`,
        reason: 'idLength',
        sameAs: null,
      },
      {
        row: 5,
        heading: '身份证号码',
        written: `${a.idNumber.slice(0, 4)}****${a.idNumber.slice(-2)}`,
        reason: 'twice',
        sameAs: 2,
      },
    ],
  })
  await steps.rejects(importId)
  const { documents } = await world.store.find('auditEvents', {
    where: { object: `imports/${importId}` },
    sort: { field: 'at', order: 'ascending' },
    limit: 50,
  })
  const actions = documents.map(({ fields }) => fields.action)
  expect(actions).toEqual(expect.arrayContaining(['importRejectsRead', 'importRejectsTaken']))
  const auditor = await world.staff('auditor', { region })
  for (const { residentId } of [a, b])
    expect(await lookedAt(auditor, '2030-11-20', residentId)).toContain('importRejectsTaken')
})

test('a table without a row of headings is turned away: its first row would be somebody', async () => {
  const [a, b] = [plainPerson(), plainPerson()]
  const rows = [a, b].map(({ name, idNumber }) => [name, idNumber, '孤儿'])
  const refused = await importSteps(bureau).read('civilAffairs', makeWorkbook(rows))
  expect(refused).toMatchObject({ state: 'refused', refusal: 'headingsMissing', headings: [] })
  const stored = await world.store.get('imports', refused.importId)
  expect(JSON.stringify(stored)).not.toContain(a.name)
})
