/** What the bureau decides of a finding, what that leads to, and what stands in its way. */
import {
  BeginMatch,
  DecideFindings,
  ListFindings,
  ListMatches,
  OpenFinding,
} from '../../../shared/contracts/staffMatch'
import { ExportSupplements, ListSupplements } from '../../../shared/contracts/supplements'
import { NoteSubsidyPaid } from '../../../shared/contracts/noteSubsidyPaid'
import type { Decision, DecisionReason } from '../../../shared/contracts/match'
import { continueMatches } from '../../../cloudfunctions/jobs/continueMatches'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import { claimIdOf } from '../../../cloudfunctions/_orders/orderRecord'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { lookedAt } from '../world/lookedAt'
import { replyOf } from '../world/startWorld'
import { matchWorld, type MatchWorld, type Somebody } from './matchWorld'
import { foundOf, matched, waiting } from './steps'

const later: Somebody = {
  town: '清泉镇',
  identities: [{ code: 'ruralDibao/4', since: '2023-11-06' }],
  paid: { on: '2023-10-12', yuan: 380 },
  account: '6217000000000000001',
}
const poorest: Somebody = { town: '位奇镇', identities: ['extremePoverty'] }

const here = () => matchWorld('shandan', 2024, '2023-11-30')
const month = '2023-11'

async function decide(
  world: MatchWorld,
  findingId: string,
  decision: Decision,
  reason: DecisionReason | null = decision === 'putOff' ? null : 'samePerson',
) {
  const asked = { findingIds: [findingId], decision, reason }
  const [outcome] = replyOf(await world.as('bureau')(DecideFindings, asked)).outcomes
  return outcome
}

async function matchedWith(world: MatchWorld, somebody: Somebody) {
  const person = await world.add(somebody)
  const match = await matched(world, month)
  return { person, match, findingId: `${match.matchId}-${person.id}` }
}

const year = 2024

test('agreed: on the list once, said again it is the same, and the next month does not ask again', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: null, state: 'agreed' })
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: null, state: 'agreed' })
  expect(await decide(world, findingId, 'refuse', 'notSamePerson')).toEqual({
    refusal: 'decidedAlready',
    state: 'agreed',
  })
  const { supplements, towns } = replyOf(
    await world.as('bureau')(ListSupplements, { coverageYear: year, month }),
  )
  expect(supplements).toMatchObject([
    { residentId: person.id, fen: 25000, payMonth: '2023-12', paidOn: null },
  ])
  expect(towns).toEqual([{ town: '清泉镇', people: 1, fen: 25000 }])
  world.setDay('2023-12-31')
  const next = await matched(world, '2023-12')
  expect(await foundOf(world, next.matchId, person.id)).toBeUndefined()
})

test('whoever has moved since the match stands on the list of the town they live in, which tells them', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  await world.change('residents', person.id, { town: '位奇镇' })
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: null, state: 'agreed' })
  const listed = async (town: string) =>
    replyOf(await world.as('clerk', { town })(ListSupplements, { coverageYear: year, month }))
  expect((await listed('位奇镇')).supplements).toMatchObject([{ residentId: person.id, fen: 25000 }])
  expect(await listed('清泉镇')).toMatchObject({ supplements: [], towns: [] })
})

test('another identity after the supplement: nobody is given a second one in the year', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  await decide(world, findingId, 'agree')
  await world.setIdentities(person.id, [{ code: 'ruralDibao/1', since: '2023-12-10' }])
  world.setDay('2023-12-31')
  const { matchId } = await matched(world, '2023-12')
  const finding = await foundOf(world, matchId, person.id)
  expect(finding).toMatchObject({ kind: 'changed', before: ['ruralDibao/4'], fen: null })
  await decide(world, `${matchId}-${person.id}`, 'agree')
  const listed = await world.as('bureau')(ListSupplements, { coverageYear: year, month: '2023-12' })
  expect(replyOf(listed).supplements).toEqual([])
})

test('two months found before either is decided: only one of them pays', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  world.setDay('2023-12-31')
  const next = await matched(world, '2023-12')
  expect(await decide(world, findingId, 'agree')).toMatchObject({ refusal: null })
  expect(await decide(world, `${next.matchId}-${person.id}`, 'agree')).toEqual({
    refusal: 'changedSince',
    state: 'overtaken',
  })
})

test('refused with a reason: the next month does not ask the same again, and asks anew when it is another thing', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  expect(await decide(world, findingId, 'refuse', 'notSamePerson')).toMatchObject({ state: 'refused' })
  world.setDay('2023-12-31')
  const december = await matched(world, '2023-12')
  expect(await foundOf(world, december.matchId, person.id)).toBeUndefined()
  await world.setIdentities(person.id, [{ code: 'ruralDibao/1', since: '2024-01-10' }])
  world.setDay('2024-01-31')
  const january = await matched(world, '2024-01')
  expect(await foundOf(world, january.matchId, person.id)).toMatchObject({ kind: 'supplement', fen: 31000 })
})

test('put off: it waits on, and is decided later', async () => {
  const world = here()
  const { match, findingId } = await matchedWith(world, later)
  expect(await decide(world, findingId, 'putOff')).toEqual({ refusal: null, state: 'putOff' })
  expect(await waiting(world, match.matchId, 'new')).toMatchObject([{ findingId, state: 'putOff' }])
  // Said again, whatever reason comes with it: what is put off has none.
  expect(await decide(world, findingId, 'putOff', 'samePerson')).toEqual({ refusal: null, state: 'putOff' })
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: null, state: 'agreed' })
})

test.each<[Decision, DecisionReason | null]>([
  ['agree', null],
  ['agree', 'notSamePerson'],
  ['refuse', 'samePerson'],
  ['refuse', 'coverEnded'],
])('%s because %s: not one of the reasons', async (decision, reason) => {
  const world = here()
  const { findingId } = await matchedWith(world, later)
  expect(await decide(world, findingId, decision, reason)).toEqual({ refusal: 'wrongReason', state: 'open' })
})

test('where the notice gives no sum nobody can agree, and refusing is possible', async () => {
  const world = here()
  const overpaid = {
    ...later,
    identities: [{ code: 'ruralDibao/4', since: '2023-09-01' }],
  }
  const { findingId } = await matchedWith(world, overpaid)
  expect(await decide(world, findingId, 'agree')).toMatchObject({ refusal: 'notStated' })
  expect(await decide(world, findingId, 'refuse', 'rosterMistaken')).toMatchObject({ state: 'refused' })
})

test('changed since: what is found now stands in its place, to be looked at', async () => {
  const world = here()
  const { person, match, findingId } = await matchedWith(world, later)
  await world.setIdentities(person.id, [{ code: 'ruralDibao/1', since: '2023-11-20' }])
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: 'changedSince', state: 'open' })
  expect(await foundOf(world, match.matchId, person.id)).toMatchObject({ fen: 31000, state: 'open' })
  await world.change('enrollments', yearId(person.id, year), { withdrawnAt: '2023-11-30T04:00:00Z' })
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: 'changedSince', state: 'overtaken' })
})

test('the benefit card has this year’s money already', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  const payment = { residentId: person.id, coverageYear: year, fen: 25000, paidOn: '2023-11-20' }
  replyOf(await world.as('finance')(NoteSubsidyPaid, payment))
  expect(await decide(world, findingId, 'agree')).toMatchObject({ refusal: 'paidAlready' })
  expect(await decide(world, findingId, 'refuse', 'paidAlready')).toMatchObject({ state: 'refused' })
})

test('paid on behalf: enrolled without money, and the claim is taken so that nobody pays as well', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, poorest)
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal: null, state: 'agreed' })
  expect((await world.store.get('enrollments', yearId(person.id, year)))?.fields).toMatchObject({
    way: 'onBehalf',
    identity: 'extremePoverty',
    paidFen: 0,
    orderNumber: null,
  })
  const claim = await world.store.get('claims', claimIdOf(world.cipher, person.idNumber, year))
  expect(claim?.fields).toEqual({ orderNumber: null, enrolledIn: 'shandan' })
  world.setDay('2023-12-31')
  expect(await matched(world, '2023-12')).toMatchObject({ queues: { onBehalf: { found: 0 } } })
})

test.each([
  [{ orderNumber: 'ORDER-1', enrolledIn: null }, 'claimHeld'],
  [{ orderNumber: null, enrolledIn: 'dongxiang' }, 'enrolledElsewhere'],
])('an order under way, or another place: nobody is registered on behalf (%j)', async (claim, refusal) => {
  const world = here()
  const { person, findingId } = await matchedWith(world, poorest)
  await world.store.insert('claims', claimIdOf(world.cipher, person.idNumber, year), claim)
  expect(await decide(world, findingId, 'agree')).toEqual({ refusal, state: 'open' })
  expect(await world.store.get('enrollments', yearId(person.id, year))).toBeUndefined()
})

test('several at once: each stands or falls alone, and the sums of the towns are those of the people', async () => {
  const world = here()
  const people = [
    await world.add(later),
    await world.add({ ...later, town: '位奇镇', account: '6217000000000000002' }),
    await world.add({ ...later, town: '位奇镇' }),
  ]
  const { matchId } = await matched(world, month)
  const gone = people[2]?.id ?? ''
  await world.setIdentities(gone, [])
  const findingIds = people.map(({ id }) => `${matchId}-${id}`)
  const asked = { findingIds, decision: 'agree', reason: 'samePerson' } as const
  const { outcomes } = replyOf(await world.as('bureau')(DecideFindings, asked))
  expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null, 'changedSince'])
  const { towns } = replyOf(await world.as('finance')(ListSupplements, { coverageYear: year, month }))
  expect(towns).toEqual([
    { town: '清泉镇', people: 1, fen: 25000 },
    { town: '位奇镇', people: 1, fen: 25000 },
  ])
  const { matches } = replyOf(await world.as('bureau')(ListMatches, { coverageYear: year }))
  expect(matches[0]?.queues.new).toEqual({ found: 3, decided: 3 })
})

test('the file has who took it and when, the whole number and the account; that it was taken is noted', async () => {
  const world = here()
  const { person, findingId } = await matchedWith(world, later)
  await decide(world, findingId, 'agree')
  const { csv, rows } = replyOf(await world.as('finance')(ExportSupplements, { coverageYear: year, month }))
  const [watermark, headings, line] = csv.replace('\uFEFF', '').split('\r\n')
  expect(rows).toBe(1)
  expect(watermark).toContain('样例经办 2023-11-30 09:00')
  expect(headings).toContain('一卡通账号')
  expect(line).toContain(person.idNumber)
  expect(line).toContain('6217000000000000001')
  expect(line).toContain('250.00')
  const { documents } = await world.store.find('auditEvents', {
    where: { action: 'supplementsExported' },
    sort: { field: 'at', order: 'ascending' },
    limit: 9,
  })
  expect(documents).toMatchObject([{ fields: { actor: 'staff:finance-1', details: { people: 1 } } }])
  expect(await lookedAt(world.as('auditor'), '2023-11-30', person.id)).toContain('supplementsExported')
})

test('what the bureau began and left, the jobs walk on with; what nobody began they do not', async () => {
  const world = here()
  await world.add(later)
  const jobPorts = { ...world.ports } as unknown as JobPorts
  expect(await continueMatches(jobPorts)).toEqual({ done: 0 })
  const { matchId } = replyOf(await world.as('bureau')(BeginMatch, { coverageYear: year, month }))
  expect(await continueMatches(jobPorts)).toEqual({ done: 1 })
  expect(await waiting(world, matchId, 'new')).toHaveLength(1)
})

test.each([
  ['2023-12', 'notYet'],
  ['2022-12', 'notYet'],
])('%s cannot be begun: %s', async (asked, refusal) => {
  const outcome = await here().as('bureau')(BeginMatch, { coverageYear: year, month: asked })
  expect(outcome).toEqual({ kind: 'refused', refusal })
})

test('a month before one that is matched cannot be begun any more', async () => {
  const world = here()
  await matched(world, month)
  const outcome = await world.as('bureau')(BeginMatch, { coverageYear: year, month: '2023-10' })
  expect(outcome).toEqual({ kind: 'refused', refusal: 'laterStands' })
  const { mayBegin } = replyOf(await world.as('bureau')(ListMatches, { coverageYear: year }))
  expect(mayBegin).toEqual([])
})

test('of one town nobody learns of another: no match, no finding, no line, no sum, no decision', async () => {
  const world = here()
  const { match, person, findingId } = await matchedWith(world, later)
  await decide(world, findingId, 'agree')
  const { matchId } = match
  const other = { town: '位奇镇' }
  for (const role of ['clerk', 'bureau', 'department', 'auditor'] as const) {
    const ask = world.as(role, other)
    const missing = `${matchId}-${'x'.repeat(person.id.length)}`
    expect(await ask(OpenFinding, { findingId })).toEqual(await ask(OpenFinding, { findingId: missing }))
    const request = { matchId, queue: 'new', open: false } as const
    expect(await ask(ListFindings, request)).toEqual(
      await ask(ListFindings, { ...request, matchId: 'shandan-2024-2023-10' }),
    )
    const said = { decision: 'agree', reason: 'samePerson' } as const
    expect(await ask(DecideFindings, { findingIds: [findingId], ...said })).toEqual(
      await ask(DecideFindings, { findingIds: [missing], ...said }),
    )
    const listed = await ask(ListSupplements, { coverageYear: year, month })
    expect(listed).toEqual(await ask(ListSupplements, { coverageYear: year, month: '2023-10' }))
    expect(listed.kind).toBe(role === 'department' ? 'refused' : 'done')
    const file = await ask(ExportSupplements, { coverageYear: year, month })
    expect(file).toEqual(await ask(ExportSupplements, { coverageYear: year, month: '2023-10' }))
  }
  const own = world.as('clerk', { town: '清泉镇' })
  expect(replyOf(await own(ListSupplements, { coverageYear: year, month })).supplements).toHaveLength(1)
  const asked = { coverageYear: year, month, town: '清泉镇' }
  expect(replyOf(await world.as('clerk', other)(ListSupplements, asked)).supplements).toEqual([])
})
