/** 柜台: a clerk finds somebody of their own town, takes the payment down, sees what they entered, and takes a mistake back. */
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import { staffOf } from '../../../cloudfunctions/_staff/staffAccount'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import type { RequestOf } from '../../../shared/contracts/contract'
import {
  EnterCounterPayment,
  FindAtCounter,
  ListCounterPayments,
  WithdrawCounterPayment,
} from '../../../shared/contracts/counterPayments'
import { watched } from '../limits/work'
import { opened, payer } from '../world/payer'
import { plainAccount } from '../world/plainAccount'
import { all } from '../world/refunds'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { noPress } from '../world/noPrinter'

let world: World
let clerk: Awaited<ReturnType<World['staff']>>
const [here, there] = ['东样镇', '西样镇']
const today = '2030-11-20'
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.staff('clerk', { town: here, name: '样例甲' })
})
afterAll(() => world.stop())

const person = (known: Parameters<World['addPerson']>[0] = {}) =>
  world.addPerson({ region: 'lakeside', town: here, ...known })
const find = ({ name, idNumber }: { name: string; idNumber: string }, paidOn = today) =>
  clerk(FindAtCounter, { name, idNumber, coverageYear: 2031, paidOn })
let receipts = 0
const paying = (residentId: string, known: Partial<RequestOf<typeof EnterCounterPayment>> = {}) => ({
  residentId,
  coverageYear: 2031,
  receipt: `GT-${1000 + (receipts += 1)}`,
  fen: 40000,
  paidOn: today,
  channel: 'bankCounter',
  papersSeen: [],
  ...known,
})

test('whoever is found is shown masked, with what the notice says to a payment on that day and where, and nothing of why', async () => {
  const somebody = await person({ identities: [{ code: 'ruralDibao', since: '2029-01-01' }] })
  const found = replyOf(await find(somebody))
  expect(found).toMatchObject({
    name: somebody.name,
    maskedId: expect.stringMatching(/^\d{4}\*{4}\d[\dX]$/) as string,
    stop: null,
    sums: [13000],
    leftToBureau: false,
    papers: [],
    channels: ['bankCounter'],
    coverageFrom: ['2031-01-01'],
  })
  expect(found.clauses).toContain('lakeside-2031#四2')
  expect(JSON.stringify(found)).not.toContain('ruralDibao')
  const looks = (await all(world, 'auditEvents', 'at')).filter(
    ({ fields }) => fields.object === `residents/${somebody.residentId}`,
  )
  expect(looks.map(({ fields }) => fields.action)).toEqual(['personFound'])
})

test('what stands in the way is said before anything is typed', async () => {
  expect(replyOf(await find(await person({ otherCover: 'employee' }))).stop).toBe('employeeInsured')
  expect(replyOf(await find(await person({ identities: [{ code: 'orphan', since: null }] }))).stop).toBeNull()
  const onBehalf = await person({ identities: [{ code: 'extremePoverty', since: null }] })
  expect(replyOf(await find(onBehalf))).toMatchObject({ stop: 'paidOnBehalf', sums: [] })
  expect(replyOf(await find(await person(), '2030-08-01')).stop).toBe('outsideCollection')
  const paying = await payer(world, 'o-find', { region: 'lakeside', town: here })
  opened(await paying.start())
  expect(replyOf(await find(paying.person)).stop).toBe('beingPaid')
})

test('nobody, somebody of another town or county, and a wrong name: one answer, and the same work', async () => {
  const known = await person()
  const away = [
    await person({ town: there }),
    await person({ town: null }),
    await person({ region: 'pondside' }),
  ]
  const { store, cipher, work } = watched(world.service.store, world.service.cipher)
  await world.store.insert(
    'staffAccounts',
    'clerk-watched',
    plainAccount('clerk', 'lakeside', { town: here }),
  )
  const staff = await staffOf(world.service, 'clerk-watched')
  if (!staff) throw new Error('no account')
  const answers = []
  for (const { name, idNumber } of [plainPerson(), ...away, { ...known, name: '别人' }]) {
    work.length = 0
    const request = { name, idNumber, coverageYear: 2031, paidOn: today }
    const outcome = await answerStaff('findAtCounter', request, {
      ...world.service,
      store,
      cipher,
      schedule,
      press: noPress,
      staff,
    })
    // The first miss of a counter inserts it, and the next one replaces it, whoever exists.
    const steps = work.map((step) => step.replace(/^(insert|replace) (\w+).*/, 'write $2'))
    answers.push(JSON.stringify([outcome, steps]))
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('"refusal":"notFound"')
  const unseen = await clerk(EnterCounterPayment, paying(away[0]?.residentId ?? ''))
  expect(unseen).toEqual(await clerk(EnterCounterPayment, paying('no-such-person')))
})

test('what the caller entered on a day is theirs to see; a mistake goes back the same day, by them or the bureau', async () => {
  const own = await world.staff('clerk', { town: here, name: '样例乙' })
  const [first, second] = [await person(), await person()]
  const entered = replyOf(await own(EnterCounterPayment, paying(first.residentId)))
  expect(entered).toMatchObject({
    late: false,
    payment: { name: first.name, enteredBy: '样例乙', bookedOn: today, mayWithdraw: true },
  })
  const other = replyOf(await own(EnterCounterPayment, paying(second.residentId))).payment
  const { paymentId } = entered.payment
  const withdraw = { paymentId, reason: 'otherSum' } as const
  expect(await clerk(WithdrawCounterPayment, withdraw)).toMatchObject({ refusal: 'notYours' })
  const far = await world.staff('clerk', { town: there })
  expect(await far(WithdrawCounterPayment, withdraw)).toEqual(
    await far(WithdrawCounterPayment, { ...withdraw, paymentId: '0'.repeat(64) }),
  )
  expect(replyOf(await own(WithdrawCounterPayment, withdraw)).payment.state).toBe('withdrawn')
  expect(replyOf(await own(WithdrawCounterPayment, withdraw)).payment.state).toBe('withdrawn')
  expect(await own(WithdrawCounterPayment, { paymentId, reason: 'other' })).toMatchObject({
    refusal: 'notNow',
  })
  const mine = replyOf(await own(ListCounterPayments, { date: today })).payments
  expect(mine.map(({ name, state }) => [name, state])).toEqual([
    [second.name, 'entered'],
    [first.name, 'withdrawn'],
  ])
  expect(replyOf(await clerk(ListCounterPayments, { date: today })).payments).toEqual([])
  const bureau = await world.staff('bureau')
  const byBureau = await bureau(WithdrawCounterPayment, { paymentId: other.paymentId, reason: 'other' })
  expect(replyOf(byBureau).payment).toMatchObject({ state: 'withdrawn', enteredBy: '样例乙' })
})

test('a day later a mistake is not taken back here any more', async () => {
  const { payment } = replyOf(await clerk(EnterCounterPayment, paying((await person()).residentId)))
  world.setClock('2030-11-21', '09:00:00')
  expect(
    await clerk(WithdrawCounterPayment, { paymentId: payment.paymentId, reason: 'receiptVoid' }),
  ).toMatchObject({ refusal: 'dayOver' })
  world.setClock(today, '12:00:00')
})

test('a receipt’s number is one however it is typed; what is no number is refused', async () => {
  const somebody = await person()
  const typed = paying(somebody.residentId, { receipt: ' ｇｔ-００７７ ' })
  expect(replyOf(await clerk(EnterCounterPayment, typed)).payment.receipt).toBe('GT-0077')
  for (const receipt of ['', '1', 'GT 77', '票据一号'])
    expect(await clerk(EnterCounterPayment, paying(somebody.residentId, { receipt }))).toMatchObject({
      refusal: 'badRequest',
    })
})

test('of somebody whose identities no roster has told, the desk hears what is not known, and whatever they may owe', async () => {
  const clerk = await world.staff('clerk', { region: 'lakeside', town: here })
  const { name, idNumber } = await person({ identities: null })
  const asked = { name, idNumber, coverageYear: 2031, paidOn: '2030-11-20' }
  const found = replyOf(await clerk(FindAtCounter, asked))
  expect(found).toMatchObject({ stop: null, unknown: ['identities'] })
  expect(found.sums).toEqual(expect.arrayContaining([40000, 13000]))
})
