/** Rows that are not taken: why, where, and how they come back. */
import { createHash } from 'node:crypto'
import { ImportRejects } from '../../../shared/contracts/importRejects'
import { RejectedRows } from '../../../shared/contracts/rejectedRows'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { lookedAt } from '../world/lookedAt'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'
import { identities, kinds, many, population, region } from './rosterFiles'

let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: kinds })
})
afterEach(() => world.stop())

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
