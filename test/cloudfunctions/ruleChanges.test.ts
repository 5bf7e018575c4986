/** 规则: what a county's new table changes for its own people, and who has looked at it. */
import fc from 'fast-check'
import '../propertySeed'
import { tallyIdentities } from '../../cloudfunctions/jobs/tallyIdentities'
import { changedRows } from '../../cloudfunctions/_ruleChanges/changedRows'
import type { IdentityCount } from '../../cloudfunctions/_ruleChanges/identityTally'
import { ruleReviewTransitions, type RuleReviewEvent } from '../../cloudfunctions/_ruleChanges/ruleReview'
import schedule from '../../cloudfunctions/_wiring/schedule.json'
import { servePolicies } from '../../cloudfunctions/_adapters/policyFiles/servePolicies'
import {
  ExportRules,
  ReviewRules,
  RuleChanges,
  SubmitRules,
  ruleReviewState,
} from '../../shared/contracts/ruleChanges'
import { loadTables } from '../../shared/policy/loadTables'
import type { JobPorts } from '../../cloudfunctions/_ports/ports'
import { burdenOf, shareIn } from '../../shared/rules/compareYears'
import { replyOf, startWorld, type World } from './world/startWorld'

const tables = loadTables('shared/policy/tables')
const shandan = (year: number) => {
  const table = tables.find(({ region, coverageYear }) => region === 'shandan' && coverageYear === year)
  if (!table) throw new Error(`${year}`)
  return table
}
const compared = (counts: readonly IdentityCount[]) => changedRows(shandan(2021), shandan(2024), counts)
const people = (number: number, ...codes: string[]): IdentityCount => ({
  codes: codes.sort(),
  people: number,
})

test.each([
  ['a resident without an identity bears 100 yuan more', [], 'fee', 100_00],
  ['特困 bears nothing in either year', ['extremePoverty'], 'identity', 0],
  ['农村低保一类 was free and now bears 70', ['ruralDibao/1'], 'identity', 70_00],
  ['城市低保差额 bears 50 less', ['urbanDibao/partial'], 'identity', -50_00],
  ['返贫致贫人口 was not subsidised and bears 210 less', ['fallenIntoPoverty'], 'identity', -210_00],
  ['低保边缘 has 100 now, as much as the fee rose', ['dibaoMargin'], 'identity', 0],
  ['易返贫 of any grade bears 150 less', ['atRiskOfPoverty/hardship'], 'identity', -150_00],
  ['two identities count as the better one alone', ['ruralDibao/4', 'liftedOutOfPoverty'], 'identity', null],
] as const)('山丹 2021 → 2024: %s', (_sentence, codes, item, eachFen) => {
  const row = compared([people(7, ...codes)]).find((one) => one.people === 7)
  expect(row).toMatchObject({ item, eachFen, fen: eachFen === null ? null : 7 * eachFen })
})

test('农村低保二类 was not named by the older notice: it cannot be compared, and both readings stand', () => {
  const row = compared([]).find(({ identities }) => identities.includes('ruralDibao/2'))
  expect(row).toMatchObject({ isOpen: true, eachFen: null, fen: null })
  expect(row?.from?.lines).toHaveLength(2)
  expect(row?.to?.lines).toEqual([{ kind: 'subsidy', fen: 310_00, burdenFen: 70_00 }])
})

test('the newer notice says nothing of newborns and of duplicates: silence, with its place, and no figure', () => {
  const rows = compared([])
  const of = (item: string) => rows.find((row) => row.item === item)
  expect(of('newborn')).toMatchObject({
    isOpen: true,
    to: { lines: [] },
    from: { lines: [{ spans: [{ months: 3 }] }] },
  })
  expect(of('duplicate')).toMatchObject({
    from: { lines: [{ kind: 'refund', rule: 'none' }], clauses: ['shandan-2021#三(三)'] },
    to: { lines: [], clauses: ['shandan-2024#六(二)'] },
  })
  expect(of('settlement')).toMatchObject({
    from: { lines: [{ way: 'reimbursement' }] },
    to: { lines: [{ way: 'netCollection' }] },
  })
})

const anyCodes = fc.uniqueArray(
  fc.constantFrom(
    ...new Set(tables.flatMap(({ subsidies }) => subsidies.flatMap(({ identities }) => identities))),
    'disability/1',
    'warVeteran',
  ),
  { maxLength: 3 },
)

test('everybody stands in one row, and the sums are those of everybody asked alone', () => {
  const counts = fc.array(
    fc.record({ codes: anyCodes.map((codes) => codes.sort()), people: fc.integer({ min: 1, max: 999 }) }),
    {
      maxLength: 8,
    },
  )
  const pair = fc.constantFrom(...tables.flatMap((from) => tables.map((to) => [from, to] as const)))
  fc.assert(
    fc.property(pair, counts, ([from, to], some) => {
      const rows = changedRows(from, to, some)
      const counted = rows.filter(({ item }) => ['fee', 'identity', 'several'].includes(item))
      expect(counted.reduce((sum, row) => sum + (row.people ?? 0), 0)).toBe(
        some.reduce((sum, one) => sum + one.people, 0),
      )
      const each = some.map(({ codes, people: many }) => {
        const [before, after] = [burdenOf(shareIn(from, codes)), burdenOf(shareIn(to, codes))]
        return before === undefined || after === undefined ? undefined : many * (after - before)
      })
      if (each.every((fen) => fen !== undefined))
        expect(counted.reduce((sum, row) => sum + (row.fen ?? 0), 0)).toBe(
          each.reduce((sum, fen) => sum + fen, 0),
        )
    }),
    { numRuns: 60 },
  )
})

describe('at the desk', () => {
  let world: World
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.stop())

  const count = (seconds: number = schedule.tallySeconds) =>
    tallyIdentities({
      ...world.service,
      schedule: { ...schedule, tallySeconds: seconds },
    } as unknown as JobPorts)

  test('people are counted once a day over all parts, going on where the time ran out, without the employee-insured', async () => {
    await world.addPerson({ region: 'lakeside' })
    await world.addPerson({ region: 'lakeside', identities: [{ code: 'ruralDibao', since: null }] })
    await world.addPerson({ region: 'lakeside', identities: null })
    await world.addPerson({ region: 'lakeside', otherCover: 'employee' })
    const bureau = await world.staff('bureau')
    expect(replyOf(await bureau(RuleChanges, {})).counted).toMatchObject({ people: 0, parts: 0, asOf: null })
    await count(0)
    expect(replyOf(await bureau(RuleChanges, {})).counted.parts).toBeLessThan(64)
    while ((await count()) > 0);
    expect(replyOf(await bureau(RuleChanges, {})).counted).toMatchObject({ people: 3, unknown: 1, parts: 64 })
    await world.addPerson({ region: 'lakeside' })
    expect(await count()).toBe(0)
    world.later(24 * 60)
    while ((await count()) > 0);
    expect(replyOf(await bureau(RuleChanges, {})).counted.people).toBe(4)
  })

  test('one puts a version forward, another approves it; nobody approves their own, and what is sent back says why', async () => {
    const [one, other] = [await world.staff('bureau'), await world.staff('bureau', { name: '样例乙' })]
    const { to: coverageYear, hash } = replyOf(await one(RuleChanges, {}))
    const version = { coverageYear, hash }
    expect(await other(ReviewRules, { ...version, decision: 'approved', note: null })).toMatchObject({
      refusal: 'notNow',
    })
    expect(replyOf(await one(SubmitRules, version))).toEqual({ state: 'submitted' })
    expect(await one(ReviewRules, { ...version, decision: 'approved', note: null })).toMatchObject({
      refusal: 'ownSubmission',
    })
    expect(await other(ReviewRules, { ...version, decision: 'sentBack', note: null })).toMatchObject({
      refusal: 'noteMissing',
    })
    expect(
      replyOf(await other(ReviewRules, { ...version, decision: 'sentBack', note: '五(一)3抄错' })).state,
    ).toBe('sentBack')
    expect(replyOf(await one(SubmitRules, version)).state).toBe('submitted')
    expect(replyOf(await other(ReviewRules, { ...version, decision: 'approved', note: null })).state).toBe(
      'approved',
    )
    expect(await one(SubmitRules, version)).toMatchObject({ refusal: 'notNow' })
    expect(replyOf(await one(RuleChanges, {})).review).toMatchObject({
      state: 'approved',
      reviewedName: '样例乙',
      isOwn: true,
    })
    world.amend()
    expect(await one(SubmitRules, version)).toMatchObject({ refusal: 'otherVersion' })
    expect(replyOf(await one(RuleChanges, {})).review.state).toBe('none')
  })

  test('taken along: each row with the clauses of both years, who took it above, and in the audit log', async () => {
    world.service.policies = servePolicies(tables)
    await world.addPerson({ region: 'shandan' })
    await world.addPerson({ region: 'shandan', identities: [{ code: 'urbanDibao/partial', since: null }] })
    while ((await count()) > 0);
    const auditor = await world.staff('auditor', { region: 'shandan' })
    const { rows } = replyOf(await auditor(RuleChanges, { coverageYear: 2024 }))
    const { csv } = replyOf(await auditor(ExportRules, { coverageYear: 2024 }))
    const lines = csv.split('\r\n')
    expect(lines[0]).toContain('样例经办')
    expect(lines[2]).toMatch(/^人数照名册，截至,20\d\d-.*,身份没有登记、没算在内的人,0$/)
    expect(lines[4]).toBe('项目,2021年度,依据,2024年度,依据,变化,每人多负担（元）,人数,一共多负担（元）')
    expect(
      lines.slice(5, 5 + rows.length).map((line) => line.split(',').filter((_, at) => at % 2 === 0)),
    ).toEqual(
      rows.map((row) => [
        expect.any(String) as unknown,
        row.from?.clauses.join('、') ?? '',
        row.to?.clauses.join('、') ?? '',
        row.eachFen === null ? '' : (row.eachFen / 100).toFixed(2),
        row.fen === null ? '' : (row.fen / 100).toFixed(2),
      ]),
    )
    expect(csv).toContain('个人缴费标准,280元,shandan-2021#一(一),380元,shandan-2024#二,变了,100.00,1,100.00')
    expect(csv).toMatch(/^城市低保差额保障.*,资助100元，自己负担180元,.*,-50\.00,1,-50\.00$/m)
    expect(csv).toMatch(
      /^重复参保退费,一律不退,shandan-2021#三\(三\),通知未载明,shandan-2024#六\(二\),不能比,,,$/m,
    )
    expect(csv).toMatch(/^通知,shandan-2021,/m)
    const { documents } = await world.store.find('auditEvents', {
      where: { action: 'rulesExported' },
      sort: { field: 'at', order: 'ascending' },
      limit: 9,
    })
    expect(documents).toHaveLength(1)
    expect(await auditor(ExportRules, { coverageYear: 2021 })).toMatchObject({ refusal: 'nothingBefore' })
    expect(await auditor(ExportRules, { coverageYear: 2030 })).toMatchObject({ refusal: 'noPolicy' })
  })

  test('every edge of the review is walked, and there is no other', () => {
    const events: readonly RuleReviewEvent[] = ['submit', 'approve', 'sendBack']
    const edges = ruleReviewState.options.flatMap((state) =>
      events.filter((event) => event in ruleReviewTransitions[state]).map((event) => `${state} ${event}`),
    )
    expect(edges).toEqual(['none submit', 'submitted approve', 'submitted sendBack', 'sentBack submit'])
  })
})
