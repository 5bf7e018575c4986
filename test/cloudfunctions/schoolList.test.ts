/** 学校名单: a school hears of each of its students whether they are enrolled, and nothing else. */
import { SchoolList } from '../../shared/contracts/schoolList'
import type { AuditEventFields } from '../../cloudfunctions/_audit/auditRecord'
import { makeWorkbook } from './rosters/makeWorkbook'
import { lookedAt } from './world/lookedAt'
import { opened, payer } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const school = () => world.staff('school', { region: 'rivertown' })
const asked = (bytes: Buffer) => ({ coverageYear: 2031, file: bytes.toString('base64') })

/** Somebody whose fee is paid. */
async function enrolled(openId: string) {
  const known = { name: '王在校' }
  const one = await payer(world, openId, known)
  await world.simulator.decide(opened(await one.start()).prepayId, 'confirm')
  await world.simulator.settled()
  return one.person
}

test('each student, in whatever order the columns stand and whatever stands above them', async () => {
  const paid = await enrolled('o-1')
  const notYet = await world.addPerson({ name: '李在校' })
  const elsewhere = await world.addPerson({ name: '赵在校', region: 'brooktown' })
  const rows = [
    ['样例学校学生名单'],
    ['班级', '身份证号码', '姓 名'],
    ['一班', paid.idNumber, paid.name],
    ['一班', notYet.idNumber, notYet.name],
    ['一班', notYet.idNumber, '李不同'],
    ['二班', elsewhere.idNumber, elsewhere.name],
    ['二班', '11010519491231002X', '没有人'],
    ['二班', 110105194912310021, '数字格'],
    ['二班', paid.idNumber, paid.name],
  ]
  const ask = await school()
  const { students, csv } = replyOf(await ask(SchoolList, asked(makeWorkbook(rows))))
  expect(students.map(({ row, standing }) => [row, standing])).toEqual([
    [3, 'enrolled'],
    [4, 'notYet'],
    [5, 'twice'],
    [6, 'notFound'],
    [7, 'notFound'],
    [8, 'idWrong'],
    [9, 'twice'],
  ])
  expect(csv).toMatch(/^\uFEFF样例经办 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 导出/)
  expect(csv.split('\r\n')[2]).toMatch(/^3,王在校,\d{4}\*{4}\d[\dX],已参保$/)
  expect(csv).not.toContain(paid.idNumber)
  const auditor = await world.staff('auditor', { region: 'rivertown' })
  expect(await lookedAt(auditor, '2030-11-20', notYet.residentId)).toEqual(['schoolListAnswered'])
})

test('another county and a wrong name are the same answer as nobody', async () => {
  const theirs = await world.addPerson({ region: 'brooktown' })
  const ours = await world.addPerson()
  const ask = await school()
  for (const [name, idNumber] of [
    [theirs.name, theirs.idNumber],
    ['别人', ours.idNumber],
    ['没有人', '11010519491231002X'],
  ]) {
    const file = Buffer.from(`姓名,身份证号\n${name},${idNumber}\n`)
    expect(replyOf(await ask(SchoolList, asked(file))).students).toMatchObject([{ standing: 'notFound' }])
  }
})

test('a name that a spreadsheet would compute is text in the file that goes back, and a formula is refused', async () => {
  const ask = await school()
  const listed = (name: string) => asked(Buffer.from(`姓名,身份证号\n${name},11010519491231002X\n`))
  expect(replyOf(await ask(SchoolList, listed('@SUM(A1)'))).csv).toContain(`2,'@SUM(A1),`)
  expect(await ask(SchoolList, listed('=HYPERLINK(A1)'))).toMatchObject({ refusal: 'formula' })
})

test('what is no list is refused by name, and nothing is kept but how many were asked for', async () => {
  const ask = await school()
  const refusal = async (bytes: Buffer) => {
    const outcome = await ask(SchoolList, asked(bytes))
    return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
  }
  expect(await refusal(Buffer.from('%PDF-1.7 no list'))).toBe('notAWorkbook')
  expect(await refusal(Buffer.from('班级,座位\n一班,3\n'))).toBe('headingsMissing')
  expect(
    await refusal(
      makeWorkbook([
        ['姓名', '身份证号'],
        ['乙', { xml: '<c r="@"><f>1+1</f><v>2</v></c>' }],
      ]),
    ),
  ).toBe('formula')
  expect(await refusal(Buffer.from('姓名,身份证号\n李在校,1\n'))).toBe('done')
  const { documents } = await world.store.find<AuditEventFields>('auditEvents', {
    where: {},
    sort: { field: 'at', order: 'ascending' },
    limit: 10,
  })
  expect(documents.map(({ fields }) => [fields.action, fields.details])).toEqual([
    [
      'schoolListAnswered',
      {
        students: 1,
        coverageYear: 2031,
        people: 0,
        list: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      },
    ],
  ])
})

test('so many lists a day and no more', async () => {
  const ask = await school()
  const file = asked(Buffer.from('姓名,身份证号\n李在校,1\n'))
  for (let i = 0; i < 5; i++) expect((await ask(SchoolList, file)).kind).toBe('done')
  expect(await ask(SchoolList, file)).toEqual({ kind: 'refused', refusal: 'tooMany' })
})
