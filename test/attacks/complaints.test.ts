/** Attacks on complaints: another’s, another town’s, twice, too much, and what a text may do. */
import { randomUUID } from 'node:crypto'
import { phoneAt, startTarget, type Target } from './target'
import { deskAt } from './deskAt'

let target: Target
beforeEach(async () => {
  target = await startTarget('2023-11-20')
})
afterEach(() => target.stop())

const request = (change: object = {}) => ({
  key: randomUUID(),
  topic: 'cover',
  text: '样例意见',
  region: 'shandan',
  coverageYear: 2024,
  page: 'home',
  version: '1',
  ...change,
})

const idIn = (answer: { reply?: unknown }) =>
  (answer.reply as { complaint: { complaintId: string } }).complaint.complaintId

test('what does not fit is refused, and nothing of it is kept', async () => {
  const phone = target.phone()
  const bad = { kind: 'refused', refusal: 'badRequest' }
  for (const change of [
    { text: '' },
    { text: '长'.repeat(501) },
    { topic: 'record' },
    { topic: 'constructor' },
    { page: '../../etc' },
    { version: 'a b' },
    { key: 'x' },
    { region: '../secrets' },
    { orderNumber: '../1' },
  ])
    expect(await phone.ask('sendComplaint', request(change))).toEqual(bad)
  expect(await phone.ask('sendComplaint', request({ region: 'nowhere' }))).toMatchObject({
    refusal: 'noPolicy',
  })
  expect((await phone.raw('sendComplaint', request({ text: 'A'.repeat(1024 * 1024) }))).status).toBe(413)
  expect(await target.documents('complaints', 'sentAt')).toEqual([])
})

test('twenty at once under one key are one; a desk, a state or an answer in the request changes nothing', async () => {
  const phone = target.phone()
  const forged = {
    ...request(),
    desk: 'tax',
    state: 'closed',
    answer: '好',
    callerIndex: 'x',
    town: '清泉镇',
  }
  await phone.ask('family', {})
  const answers = await Promise.all(Array.from({ length: 20 }, () => phone.ask('sendComplaint', forged)))
  expect(new Set(answers.map(idIn)).size).toBe(1)
  const complaints = await target.documents('complaints', 'sentAt')
  expect(complaints).toMatchObject([{ desk: 'bureau', state: 'received', sealedAnswer: null, town: null }])
})

test('another’s complaint is in nobody else’s list, and an order of another is no order', async () => {
  const phone = target.phone()
  const { orderNumber } = (
    await phone.ask('startPayment', await phone.requestFor(await target.addPerson(), 2024))
  ).reply as unknown as { orderNumber: string }
  idIn(await phone.ask('sendComplaint', request({ orderNumber })))
  const stranger = phoneAt(target.service.origin)
  const ofNone = await stranger.ask('sendComplaint', request({ orderNumber: 'NOSUCHORDER123456789' }))
  const ofOther = await stranger.ask('sendComplaint', request({ orderNumber }))
  expect([ofNone.kind, ofOther.kind]).toEqual(['done', 'done'])
  const listed = (await stranger.ask('myComplaints', {})).reply as unknown as { complaints: unknown[] }
  expect(listed.complaints).toHaveLength(2)
  const orders = await target.documents<{ orderNumber: string | null }>('complaints', 'sentAt')
  expect(orders.map((one) => one.orderNumber)).toEqual([orderNumber, null, null])
})

test('another county, another town and another role learn nothing and change nothing', async () => {
  const phone = target.phone()
  const person = await target.addPerson('shandan', { town: '清泉镇' })
  await phone.ask('identify', { ...person, relation: 'self', consent: 'person-1' })
  const complaintId = idIn(await phone.ask('sendComplaint', request()))
  const bureau = await deskAt(target, 'bureau', 'shandan')
  expect(await bureau('forwardComplaint', { complaintId, to: 'town' })).toContain('"desk":"town"')
  const list = { desk: 'town', state: 'received' }
  expect(await (await deskAt(target, 'clerk', 'shandan', '清泉镇'))('listComplaints', list)).toContain(
    complaintId,
  )
  const empty = '{"kind":"done","reply":{"complaints":[]}}'
  for (const desk of [
    await deskAt(target, 'clerk', 'shandan', '位奇镇'),
    await deskAt(target, 'bureau', 'dongxiang'),
  ]) {
    expect(await desk('listComplaints', list)).toBe(empty)
    for (const [useCase, more] of [
      ['takeComplaint', {}],
      ['answerComplaint', { answer: '好' }],
      ['forwardComplaint', { to: 'tax' }],
      ['closeComplaint', {}],
    ] as const)
      expect(await desk(useCase, { complaintId, ...more })).toBe(
        await desk(useCase, { complaintId: 'f'.repeat(32), ...more }),
      )
  }
  const tax = await deskAt(target, 'tax', 'shandan')
  expect(await tax('listComplaints', list)).toContain('notAllowed')
  expect(await tax('takeComplaint', { complaintId })).toContain('notAtThisDesk')
  for (const role of ['finance', 'department', 'school', 'auditor'] as const)
    expect(await (await deskAt(target, role, 'shandan'))('takeComplaint', { complaintId })).toContain(
      'notAllowed',
    )
})

test('two who take it at once: one has it', async () => {
  const complaintId = idIn(await target.phone().ask('sendComplaint', request()))
  const desks = await Promise.all(Array.from({ length: 4 }, () => deskAt(target, 'bureau', 'shandan')))
  const answers = await Promise.all(desks.map((desk) => desk('takeComplaint', { complaintId })))
  expect(answers.filter((answer) => answer.includes('"done"'))).toHaveLength(1)
  expect(answers.filter((answer) => answer.includes('takenByColleague'))).toHaveLength(3)
})
