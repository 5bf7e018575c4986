import { randomUUID } from 'node:crypto'
import type { RequestOf } from '../../../shared/contracts/contract'
import { DisputeEnrollment } from '../../../shared/contracts/disputeEnrollment'
import { Identify } from '../../../shared/contracts/identify'
import { MyComplaints } from '../../../shared/contracts/myComplaints'
import { EndAccount, ListAccounts, MoveAccount } from '../../../shared/contracts/staffAccounts'
import { SendComplaint } from '../../../shared/contracts/sendComplaint'
import {
  AnswerComplaint,
  CloseComplaint,
  ForwardComplaint,
  ListComplaints,
  TakeComplaint,
} from '../../../shared/contracts/staffComplaints'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { deskFor, isOfficeStated, officeAt } from '../../../shared/rules/deskFor'
import { realTables } from '../../rules/allTables'
import { opened, payer } from '../world/payer'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const words = '王样例说：收了我两次钱'
const request = (change: Partial<RequestOf<typeof SendComplaint>> = {}) => ({
  key: randomUUID() as string,
  topic: 'cover' as const,
  text: words,
  region: 'lakeside',
  coverageYear: 2031,
  page: 'result',
  version: '1.0.0',
  ...change,
})

const actionsOf = async (id: string) => {
  const { documents } = await world.store.find<{ action: string }>('auditEvents', {
    where: { object: `complaints/${id}` },
    sort: { field: 'at', order: 'ascending' },
    limit: 50,
  })
  return documents.map(({ fields }) => fields.action)
}

test('from the phone to the office and back: received, being handled, answered, closed', async () => {
  const ask = world.as('o-1')
  const { complaint } = replyOf(await ask(SendComplaint, request()))
  const { complaintId } = complaint
  expect(complaint).toMatchObject({
    state: 'received',
    text: words,
    answer: null,
    office: { name: '河样县医保局', phone: null },
  })
  const [one, other] = [await world.staff('bureau'), await world.staff('bureau')]
  const { complaints } = replyOf(await one(ListComplaints, { desk: 'bureau', state: 'received' }))
  expect(complaints).toMatchObject([
    { complaintId, text: words, page: 'result', version: '1.0.0', person: null, mayAct: true },
  ])
  expect(await one(AnswerComplaint, { complaintId, answer: '查' })).toMatchObject({ refusal: 'notNow' })
  expect(replyOf(await one(TakeComplaint, { complaintId })).state).toBe('handling')
  expect(replyOf(await one(TakeComplaint, { complaintId })).state).toBe('handling')
  expect(await other(TakeComplaint, { complaintId })).toMatchObject({ refusal: 'takenByColleague' })
  const answer = '查到了，明天退给您。'
  expect(replyOf(await one(AnswerComplaint, { complaintId, answer })).state).toBe('answered')
  expect(replyOf(await one(AnswerComplaint, { complaintId, answer })).state).toBe('answered')
  expect(await one(AnswerComplaint, { complaintId, answer: '改口' })).toMatchObject({ refusal: 'notNow' })
  expect(replyOf(await ask(MyComplaints, {})).complaints).toMatchObject([{ state: 'answered', answer }])
  expect(await other(CloseComplaint, { complaintId })).toMatchObject({ refusal: 'takenByColleague' })
  expect(replyOf(await one(CloseComplaint, { complaintId })).state).toBe('closed')
  expect(replyOf(await ask(MyComplaints, {})).complaints).toMatchObject([{ state: 'closed', answer }])
  expect(await actionsOf(complaintId)).toEqual([
    'complaintSent',
    'complaintTakenByStaff',
    'complaintAnsweredByStaff',
    'complaintClosedByStaff',
  ])
})

test('what a colleague took whose account has ended since, or who is at another desk, is gone on with by the others', async () => {
  const ask = world.as('o-1')
  const [one, other] = [await world.staff('bureau'), await world.staff('bureau')]
  const [ended, moved] = [
    replyOf(await ask(SendComplaint, request())).complaint.complaintId,
    replyOf(await ask(SendComplaint, request())).complaint.complaintId,
  ]
  const accountsOf = async () => {
    const { accounts } = replyOf(await other(ListAccounts, {}))
    return accounts.map(({ staffId }) => staffId)
  }
  const before = await accountsOf()
  const [leaves, goes] = [await world.staff('bureau'), await world.staff('bureau')]
  const [leaving = '', going = ''] = (await accountsOf()).filter((id) => !before.includes(id))
  replyOf(await leaves(TakeComplaint, { complaintId: ended }))
  replyOf(await goes(TakeComplaint, { complaintId: moved }))
  expect(await one(ForwardComplaint, { complaintId: ended, to: 'tax' })).toMatchObject({
    refusal: 'takenByColleague',
  })
  replyOf(await other(EndAccount, { staffId: leaving }))
  replyOf(await other(MoveAccount, { staffId: going, role: 'clerk', town: '东样镇', imports: [] }))
  const { complaints } = replyOf(await one(ListComplaints, { desk: 'bureau', state: 'handling' }))
  expect(complaints.map(({ mayAct }) => mayAct)).toEqual([true, true])
  replyOf(await one(AnswerComplaint, { complaintId: ended, answer: '查到了。' }))
  replyOf(await one(CloseComplaint, { complaintId: ended }))
  replyOf(await one(ForwardComplaint, { complaintId: moved, to: 'tax' }))
})

test('forwarded, it waits at the other office as if it had just come; to and fro, each step is written down', async () => {
  const { complaintId } = replyOf(await world.as('o-1')(SendComplaint, request())).complaint
  const [bureau, tax] = [await world.staff('bureau'), await world.staff('tax')]
  replyOf(await bureau(TakeComplaint, { complaintId }))
  expect(replyOf(await bureau(ForwardComplaint, { complaintId, to: 'tax' }))).toMatchObject({
    state: 'received',
    desk: 'tax',
  })
  expect(await bureau(TakeComplaint, { complaintId })).toMatchObject({ refusal: 'notAtThisDesk' })
  replyOf(await tax(ForwardComplaint, { complaintId, to: 'bureau' }))
  replyOf(await bureau(ForwardComplaint, { complaintId, to: 'tax' }))
  replyOf(await tax(TakeComplaint, { complaintId }))
  expect(
    (await actionsOf(complaintId)).filter((action) => action === 'complaintForwardedByStaff'),
  ).toHaveLength(3)
  expect(replyOf(await world.as('o-1')(MyComplaints, {})).complaints).toMatchObject([{ state: 'handling' }])
})

test('the same key is one complaint; another text under it is refused; nobody sees another’s', async () => {
  const ask = world.as('o-1')
  const first = request()
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(SendComplaint, first)))
  expect(new Set(answers.map((answer) => replyOf(answer).complaint.complaintId)).size).toBe(1)
  expect(await ask(SendComplaint, { ...first, text: '别的' })).toMatchObject({ refusal: 'keyReused' })
  expect(replyOf(await ask(MyComplaints, {})).complaints).toHaveLength(1)
  expect(replyOf(await world.as('o-2')(MyComplaints, {})).complaints).toEqual([])
  // The key is the caller's: somebody else's same key is another complaint.
  replyOf(await world.as('o-2')(SendComplaint, { ...first, text: '别的' }))
  expect(await ask(SendComplaint, request({ coverageYear: 2032 }))).toMatchObject({ refusal: 'noPolicy' })
  expect(await ask(SendComplaint, request({ text: '  ' }))).toMatchObject({ refusal: 'badRequest' })
  expect(await ask(SendComplaint, request({ text: '长'.repeat(501) }))).toMatchObject({
    refusal: 'badRequest',
  })
})

test('so many a day for one phone', async () => {
  const ask = world.as('o-1')
  const first = request()
  replyOf(await ask(SendComplaint, first))
  for (let count = 1; count < 6; count += 1) replyOf(await ask(SendComplaint, request()))
  expect(await ask(SendComplaint, request())).toEqual({ kind: 'refused', refusal: 'tooMany' })
  replyOf(await ask(SendComplaint, first))
})

test('one’s own order goes with it; another’s is left out without a word', async () => {
  const { ask, start } = await payer(world, 'o-payer', { region: 'lakeside' })
  const { orderNumber } = opened(await start())
  const bureau = await world.staff('bureau')
  const own = replyOf(await ask(SendComplaint, request({ orderNumber })))
  const foreign = replyOf(await world.as('o-2')(SendComplaint, request({ orderNumber })))
  const { complaints } = replyOf(await bureau(ListComplaints, { desk: 'bureau', state: 'received' }))
  const orders = Object.fromEntries(complaints.map((one) => [one.complaintId, one.orderNumber]))
  expect(orders[own.complaint.complaintId]).toBe(orderNumber)
  expect(orders[foreign.complaint.complaintId]).toBeNull()
})

test('what people write is sealed where it stands', async () => {
  const { complaintId } = replyOf(await world.as('o-1')(SendComplaint, request())).complaint
  const bureau = await world.staff('bureau')
  replyOf(await bureau(TakeComplaint, { complaintId }))
  replyOf(await bureau(AnswerComplaint, { complaintId, answer: '王样例您好' }))
  expect(JSON.stringify(await world.store.get('complaints', complaintId))).not.toContain('王样例')
  expect(JSON.stringify(world.lines)).not.toContain('王样例')
})

test('an objection to a record stands in the same list, at an office, with whose record it is', async () => {
  const person = await world.addPerson({ region: 'lakeside', otherCover: 'employee' })
  const ask = world.as('o-1')
  const { residentId } = replyOf(await ask(Identify, { ...person, relation: 'self' })).member
  const who = { residentId, coverageYear: 2031 }
  replyOf(await ask(DisputeEnrollment, { ...who, says: 'ended' }))
  const { complaints } = replyOf(await ask(MyComplaints, {}))
  expect(complaints).toMatchObject([{ kind: 'record', says: 'ended', state: 'received', text: null }])
  const complaintId = complaints[0]?.complaintId ?? ''
  const bureau = await world.staff('bureau')
  const desk = replyOf(await bureau(ListComplaints, { desk: 'bureau', state: 'received' }))
  expect(desk.complaints).toMatchObject([
    { complaintId, recorded: 'employee', says: 'ended', person: { residentId, name: person.name } },
  ])
  replyOf(await bureau(TakeComplaint, { complaintId }))
  replyOf(await bureau(AnswerComplaint, { complaintId, answer: '记录已改。' }))
  expect(replyOf(await ask(WhatIOwe, who)).dispute).toMatchObject({ state: 'answered', answer: '记录已改。' })
  expect(await actionsOf(complaintId)).toEqual([
    'complaintSent',
    'complaintTakenByStaff',
    'complaintAnsweredByStaff',
  ])
})

test('nobody handles what they wrote themselves', async () => {
  const { complaintId } = replyOf(await world.as('o-both')(SendComplaint, request())).complaint
  const bureau = await world.staff('bureau', { openId: 'o-both' })
  expect(await bureau(TakeComplaint, { complaintId })).toMatchObject({ refusal: 'ownComplaint' })
  const listed = replyOf(await bureau(ListComplaints, { desk: 'bureau', state: 'received' }))
  expect(listed.complaints).toMatchObject([{ mayAct: false }])
})

test('money is the tax office’s where the notice names one; where it does not, whoever is asked has it, and it is said', () => {
  const found = realTables.map((table) => [
    `${table.region} ${table.coverageYear}`,
    deskFor(table, 'money'),
    officeAt(table, deskFor(table, 'money')).name,
    isOfficeStated(table, 'money'),
    officeAt(table, deskFor(table, 'cover')).name,
    officeAt(table, deskFor(table, 'conduct')).name,
  ])
  expect(found.sort()).toEqual([
    ['chaqi 2021', 'town', '镇政府', false, '镇政府', '县医保局'],
    ['dongxiang 2021', 'tax', '县税务局', true, '县医保局', '县医保局'],
    ['pubei 2020', 'tax', '县税务局', true, '县医保局', '县医保局'],
    ['shandan 2021', 'bureau', '县医保局', false, '县医保局', '县医保局'],
    ['shandan 2024', 'tax', '县税务局', true, '县医保局', '县医保局'],
  ])
})
