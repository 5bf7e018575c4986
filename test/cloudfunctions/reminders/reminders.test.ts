/** 提醒, from the tap to the message: who is offered what, when it is sent, and when it is not. */
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { LetAct, ActingForMe } from '../../../shared/contracts/actingForMe'
import { Identify } from '../../../shared/contracts/identify'
import { ForgetMe, MyData } from '../../../shared/contracts/myData'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { NoteSubsidyPaid } from '../../../shared/contracts/noteSubsidyPaid'
import { RejectRefund } from '../../../shared/contracts/rejectRefund'
import { MyReminders, RemindMe, type ReminderKind } from '../../../shared/contracts/reminder'
import type { ReminderFields } from '../../../cloudfunctions/_reminders/reminderRecord'
import { newChild, startNursery } from '../newborn/nursery'
import { startDayWorld, type DayWorld } from '../world/dayWorld'
import { payer } from '../world/payer'
import { all, paid, paidBy } from '../world/refunds'
import { replyOf, type World } from '../world/startWorld'

let world: DayWorld
beforeEach(async () => {
  world = await startDayWorld('2030-11-20T04:00:00Z')
})
afterEach(() => world.stop())

type Payer = Awaited<ReturnType<typeof payer>>
const year = 2031

const offers = async ({ ask, residentId }: Pick<Payer, 'ask' | 'residentId'>) =>
  replyOf(await ask(MyReminders, { residentId, coverageYear: year })).offers

const tap = (one: Pick<Payer, 'ask' | 'residentId'>, kind: ReminderKind, accepted = true) =>
  one.ask(RemindMe, { residentId: one.residentId, coverageYear: year, kind, accepted })

const states = async () =>
  (await all<ReminderFields>(world, 'reminders', 'askedAt')).map(({ fields }) => fields.state)

/** The messages of a round, without whom they went to. */
async function round(day: string, time = '10:00:00') {
  const before = world.mailbox.length
  await world.round(day, time)
  return world.mailbox.slice(before)
}

test('the deadline: offered once, sent seven days before, once, and to nobody else', async () => {
  const one = await payer(world, 'o-1')
  expect(await offers(one)).toEqual([
    { kind: 'deadline', template: 'template-1', state: 'open', lastDay: '2030-12-31', sendOn: '2030-12-24' },
  ])
  expect(replyOf(await tap(one, 'deadline')).offer).toMatchObject({ state: 'wanted', sendOn: '2030-12-24' })
  expect(replyOf(await tap(one, 'deadline')).offer).toMatchObject({ state: 'wanted' })
  expect(await round('2030-12-23')).toEqual([])
  expect(await round('2030-12-24', '08:59:00')).toEqual([])
  const [sent, ...more] = await round('2030-12-24', '09:00:00')
  expect(more).toEqual([])
  expect(sent).toEqual({
    openId: 'o-1',
    message: {
      template: 'lastDay',
      what: '您的2031年医保缴费',
      day: '2030-12-31',
      state: '还没缴',
      fen: null,
      note: '还没缴。这天是最后一天。',
      page: `pages/result/index?resident=${one.residentId}&year=2031`,
    },
  })
  expect(await round('2030-12-24')).toEqual([])
  expect(await round('2030-12-30')).toEqual([])
  expect(await offers(one)).toMatchObject([{ state: 'over' }])
})

test('a no is kept, and nobody asks again', async () => {
  const one = await payer(world, 'o-1')
  expect(replyOf(await tap(one, 'deadline', false)).offer).toMatchObject({ state: 'declined' })
  expect(replyOf(await tap(one, 'deadline')).offer).toMatchObject({ state: 'declined' })
  expect(await round('2030-12-24')).toEqual([])
  expect(await states()).toEqual(['declined'])
})

test('whoever has paid meanwhile is told nothing', async () => {
  const one = await payer(world, 'o-1')
  replyOf(await tap(one, 'deadline'))
  await paidBy(world, one)
  expect(await round('2030-12-24')).toEqual([])
  expect(await states()).toEqual(['dropped'])
  expect(await offers(one)).toEqual([])
})

test('asked within the seven days it is sent the next morning; on the last day it is not offered', async () => {
  const one = await payer(world, 'o-1')
  world.setClock('2030-12-28', '15:00:00')
  expect(await offers(one)).toMatchObject([{ sendOn: '2030-12-29' }])
  replyOf(await tap(one, 'deadline'))
  expect(await round('2030-12-28', '18:00:00')).toEqual([])
  expect(await round('2030-12-29')).toHaveLength(1)
  const late = await payer(world, 'o-2')
  world.setClock('2030-12-31', '10:00:00')
  expect(await offers(late)).toEqual([])
  expect(await tap(late, 'deadline')).toMatchObject({ refusal: 'nothingToRemind' })
})

test('a deadline that moved is waited for; one that is over is dropped', async () => {
  const one = await payer(world, 'o-1')
  replyOf(await tap(one, 'deadline'))
  expect(await round('2031-01-03')).toEqual([])
  expect(await states()).toEqual(['dropped'])
})

test('a proxy is told of the day with a masked name, and of nothing that says why', async () => {
  const person = await world.addPerson({ identities: [{ code: 'familyPlanning', since: null }] })
  const ask = world.as('o-child')
  replyOf(await ask(Identify, { ...person, relation: 'child' }))
  const proxy = { ask, residentId: person.residentId }
  expect((await offers(proxy)).map(({ kind }) => kind)).toEqual(['deadline'])
  replyOf(await tap(proxy, 'deadline'))
  const [sent] = await round('2030-12-24')
  const told = JSON.stringify(sent?.message)
  expect(sent?.message.what).toBe('王***的2031年医保缴费')
  for (const secret of [person.name, person.idNumber, 'familyPlanning', '资助', '40000'])
    expect(told).not.toContain(secret)
})

test('when the person has ended the proxy, nothing is sent any more', async () => {
  const person = await world.addPerson()
  const proxy = { ask: world.as('o-child'), residentId: person.residentId }
  replyOf(await proxy.ask(Identify, { ...person, relation: 'child' }))
  replyOf(await tap(proxy, 'deadline'))
  const self = world.as('o-self')
  replyOf(await self(Identify, { ...person, relation: 'self' }))
  const { callers } = replyOf(await self(ActingForMe, { residentId: person.residentId }))
  await self(LetAct, { residentId: person.residentId, link: callers[0]?.link ?? '', may: false })
  expect(await round('2030-12-24')).toEqual([])
  expect(await states()).toEqual(['dropped'])
})

test('a refund: told once, when it has come to its end, and only whoever paid', async () => {
  const one = await paid(world, 'o-1')
  expect(await offers(one)).toEqual([])
  const { number: refundNumber } = replyOf(await one.requestRefund()).refund
  expect(await offers(one)).toMatchObject([
    { kind: 'refund', template: 'template-2', lastDay: null, sendOn: null },
  ])
  replyOf(await tap(one, 'refund'))
  expect(await round('2030-11-21')).toEqual([])
  replyOf(await (await world.staff('tax'))(AcceptRefund, { refundNumber }))
  replyOf(await (await world.staff('bureau'))(ApproveRefund, { refundNumber, way: 'wechat' }))
  await world.round('2030-11-22', '10:00:00')
  await world.simulator.settled()
  for (const day of ['2030-11-23', '2030-11-24']) await world.round(day, '10:00:00')
  expect(world.mailbox.map(({ message }) => message)).toMatchObject([
    { template: 'refund', what: '您的2031年医保退费', state: '已退回', fen: 40000 },
  ])
})

test('a refund that was not agreed to is told as well', async () => {
  const one = await paid(world, 'o-1')
  const { number: refundNumber } = replyOf(await one.requestRefund()).refund
  replyOf(await tap(one, 'refund'))
  replyOf(await (await world.staff('tax'))(RejectRefund, { refundNumber, rejection: 'papersMissing' }))
  expect((await round('2030-11-21')).map(({ message }) => message.state)).toEqual(['没有同意'])
})

test('先缴后补: told when the finance office has paid to the benefit card; the person only', async () => {
  const one = await payer(world, 'o-1', { identities: [{ code: 'familyPlanning', since: null }] })
  await paidBy(world, one)
  expect(await offers(one)).toMatchObject([{ kind: 'subsidy', template: 'template-3', sendOn: null }])
  replyOf(await tap(one, 'subsidy'))
  expect(await round('2030-11-21')).toEqual([])
  const finance = await world.staff('finance', { region: 'rivertown' })
  const payment = { residentId: one.residentId, coverageYear: year, fen: 16000, paidOn: '2030-11-21' }
  expect(await finance(NoteSubsidyPaid, { ...payment, paidOn: '2030-12-01' })).toMatchObject({
    refusal: 'inFuture',
  })
  replyOf(await finance(NoteSubsidyPaid, payment))
  replyOf(await finance(NoteSubsidyPaid, payment))
  const [recorded] = replyOf(await one.ask(MyEnrollments, one)).years
  expect(recorded?.toCard).toEqual({ fen: 16000, on: '2030-11-21' })
  expect(await finance(NoteSubsidyPaid, { ...payment, fen: 1 })).toMatchObject({ refusal: 'notedAlready' })
  const elsewhere = await world.staff('finance', { region: 'lakeside' })
  expect(await elsewhere(NoteSubsidyPaid, payment)).toMatchObject({ refusal: 'notFound' })
  expect(await (await world.staff('tax'))(NoteSubsidyPaid, payment)).toMatchObject({ refusal: 'notAllowed' })
  expect((await round('2030-11-22')).map(({ message }) => message)).toMatchObject([
    { template: 'subsidy', what: '您的2031年医保资助', day: '2030-11-21', state: '已发放', fen: 16000 },
  ])
})

test('a proxy who paid learns nothing of a subsidy that is to come', async () => {
  const known = { identities: [{ code: 'familyPlanning', since: null }] }
  const one = await payer(world, 'o-child', known, 'child')
  await paidBy(world, one)
  expect(await offers(one)).toEqual([])
  expect(await tap(one, 'subsidy')).toMatchObject({ refusal: 'nothingToRemind' })
})

describe('a newborn', () => {
  let nursery: World
  beforeEach(async () => {
    nursery = await startNursery()
  })
  afterEach(() => nursery.stop())

  test('the last day says when a child was born: its guardians may be reminded, a third caller may not', async () => {
    const { said, idNumber } = newChild()
    const child = await nursery.addPerson({
      region: 'lakeside',
      name: said.name,
      idNumber,
      lastCovered: 'never',
    })
    const kinds: string[][] = []
    for (const openId of ['o-mother', 'o-father', 'o-uncle']) {
      const ask = nursery.as(openId)
      replyOf(await ask(Identify, { ...child, relation: 'child', guardianConsent: 'guardian-1' }))
      const asked = await ask(MyReminders, { residentId: child.residentId, coverageYear: year })
      kinds.push(replyOf(asked).offers.map(({ kind, lastDay }) => `${kind} ${lastDay}`))
    }
    expect(kinds).toEqual([['newborn 2031-01-30'], ['newborn 2031-01-30'], []])
  })
})

describe('WeChat', () => {
  const answering = (...answers: ('sent' | 'refused' | 'notTaken' | 'unknown')[]) => {
    const { reminders } = world
    world.reminders.send = async () => answers.shift() ?? 'sent'
    return reminders
  }

  test('does not answer: tried again each hour, three times, then given up with an alarm', async () => {
    const one = await payer(world, 'o-1')
    replyOf(await tap(one, 'deadline'))
    answering('unknown', 'unknown', 'unknown')
    for (const time of ['09:00', '09:30', '10:01', '11:02']) await world.round('2030-12-24', `${time}:00`)
    expect(await states()).toEqual(['sending'])
    await world.round('2030-12-24', '12:03:00')
    expect(await states()).toEqual(['failed'])
    expect(world.alarms()).toContain('reminderGivenUp')
  })

  test('answers late: the second try arrives', async () => {
    const one = await payer(world, 'o-1')
    replyOf(await tap(one, 'deadline'))
    answering('unknown', 'sent')
    await world.round('2030-12-24', '09:00:00')
    await world.round('2030-12-24', '10:01:00')
    expect(await states()).toEqual(['sent'])
  })

  test.each([
    ['refused', 'refused', false],
    ['notTaken', 'failed', true],
  ] as const)('says %s: it is over, and is not tried again', async (answer, state, alarms) => {
    const one = await payer(world, 'o-1')
    replyOf(await tap(one, 'deadline'))
    answering(answer)
    await world.round('2030-12-24', '09:00:00')
    await world.round('2030-12-25', '09:00:00')
    expect(await states()).toEqual([state])
    expect(world.alarms().includes('reminderNotTaken')).toBe(alarms)
  })
})

test('two rounds at the same moment send one message', async () => {
  const one = await payer(world, 'o-1')
  replyOf(await tap(one, 'deadline'))
  world.setClock('2030-12-24', '10:00:00')
  await Promise.all([world.round('2030-12-24', '10:00:00'), world.round('2030-12-24', '10:00:00')])
  expect(world.mailbox).toHaveLength(1)
})

test('a round sends at most so many, the next the rest, and at night none', async () => {
  world.reminders.settings = { ...world.reminders.settings, perRound: 2 }
  for (const openId of ['o-1', 'o-2', 'o-3']) replyOf(await tap(await payer(world, openId), 'deadline'))
  expect(await round('2030-12-24', '20:00:00')).toEqual([])
  expect(await round('2030-12-25', '09:00:00')).toHaveLength(2)
  expect(await round('2030-12-25', '09:02:00')).toHaveLength(1)
})

test('the openid is sealed while it is needed, and gone afterwards', async () => {
  const one = await payer(world, 'o-secret-1')
  replyOf(await tap(one, 'deadline'))
  const [waiting] = await all<ReminderFields>(world, 'reminders', 'askedAt')
  expect(waiting?.fields.sealedTo).toEqual(expect.any(String))
  expect(JSON.stringify(waiting)).not.toContain('o-secret-1')
  await world.round('2030-12-24', '09:00:00')
  const [sent] = await all<ReminderFields>(world, 'reminders', 'askedAt')
  expect(sent?.fields).toMatchObject({ state: 'sent', sealedTo: null, open: false })
  expect(JSON.stringify(world.lines)).not.toContain('o-secret-1')
})

test('where no template was set up nobody is offered anything', async () => {
  world.reminders.templates = {}
  expect(await offers(await payer(world, 'o-1'))).toEqual([])
})

test('whoever has their data deleted is told nothing any more, and their openid is gone at once', async () => {
  const one = await payer(world, 'o-1')
  replyOf(await tap(one, 'deadline'))
  expect(replyOf(await one.ask(MyData, {})).reminders).toMatchObject([{ kind: 'deadline', state: 'wanted' }])
  replyOf(await one.ask(ForgetMe, {}))
  const [dropped] = await all<ReminderFields>(world, 'reminders', 'askedAt')
  expect(dropped?.fields).toMatchObject({ state: 'dropped', sealedTo: null, open: false })
  expect(await round('2030-12-24')).toEqual([])
})
