/** 日清月结: one town's day, from the first payment to the second person's word. */
import { nothingBooked, type TownDayFields } from '../../../cloudfunctions/_counter/townDayRecord'
import { EnterCounterPayment, WithdrawCounterPayment } from '../../../shared/contracts/counterPayments'
import {
  CloseTownDay,
  ConfirmTownDay,
  DepositTownMoney,
  TakeBackDeposit,
  TownDayAccount,
  TownDaysWaiting,
  TownMonth,
} from '../../../shared/contracts/townDay'
import { addDays } from '../../../shared/rules/civilDay'
import { replyOf, type World } from '../world/startWorld'
import { startTills } from './tills'

let world: World
let first: Awaited<ReturnType<World['staff']>>
let second: typeof first
let bureau: typeof first
const town = '东样镇'
const today = '2030-11-20'

beforeAll(async () => {
  ;({ world, first, second, bureau } = await startTills(town))
})
afterAll(() => world.stop())

let receipts = 0
async function entered(by = first, channel = 'townAgent', paidOn = today) {
  const { residentId } = await world.addPerson({ region: 'lakeside', town })
  receipts += 1
  const said = { coverageYear: 2031, receipt: `RJ-${1000 + receipts}`, fen: 40000, papersSeen: [] }
  return replyOf(await by(EnterCounterPayment, { residentId, ...said, channel, paidOn }))
}

const account = (by = first, date = today) => by(TownDayAccount, { town: null, date })
const seenNow = async (date = today) => {
  const { payments, fen, reversedFen, depositedFen } = replyOf(await account(first, date)).line
  return { payments, fen, reversedFen, depositedFen }
}

test('a day nobody paid on stands at nothing, and there is nothing to close', async () => {
  expect(replyOf(await account(first, '2030-11-01'))).toMatchObject({
    line: { state: 'open', payments: 0, fen: 0 },
    may: { deposit: false, close: false, confirm: false },
  })
  const nothing = { payments: 0, fen: 0, reversedFen: 0, depositedFen: 0 }
  expect(await first(CloseTownDay, { date: '2030-11-01', seen: nothing, difference: null })).toMatchObject({
    refusal: 'notFound',
  })
})

test('from the first payment to the second person’s word', async () => {
  await entered(first)
  await entered(second)
  await entered(second, 'bankCounter')
  const { payment } = await entered(first)
  const reason = 'otherSum' as const
  replyOf(await first(WithdrawCounterPayment, { paymentId: payment.paymentId, reason }))
  const open = replyOf(await account())
  expect(open).toMatchObject({
    town,
    line: { payments: 3, fen: 120000, heldFen: 80000, depositedFen: 0, state: 'open' },
    byChannel: [
      { channel: 'townAgent', held: true, payments: 2, fen: 80000 },
      { channel: 'bankCounter', held: false, payments: 1, fen: 40000 },
    ],
    byClerk: [
      { clerk: '样例甲', payments: 1, fen: 40000 },
      { clerk: '样例乙', payments: 2, fen: 80000 },
    ],
    may: { deposit: true, close: true, confirm: false },
  })

  const before = await seenNow()
  const deposit = { date: today, voucher: 'JC-0001', fen: 50000 }
  replyOf(await first(DepositTownMoney, deposit))
  replyOf(await first(DepositTownMoney, deposit))
  expect(await first(DepositTownMoney, { ...deposit, fen: 1 })).toMatchObject({ refusal: 'voucherUsed' })
  expect(await first(CloseTownDay, { date: today, seen: before, difference: null })).toMatchObject({
    refusal: 'changed',
  })
  const seen = await seenNow()
  expect(await first(CloseTownDay, { date: today, seen, difference: null })).toMatchObject({
    refusal: 'differenceUnsaid',
    details: { fen: 30000 },
  })
  replyOf(await first(TakeBackDeposit, { date: today, voucher: 'JC-0001' }))
  replyOf(await first(DepositTownMoney, { ...deposit, voucher: 'JC-0002', fen: 80000 }))
  const closing = { date: today, seen: await seenNow(), difference: 'other' as const }
  expect(replyOf(await first(CloseTownDay, closing)).line).toMatchObject({
    state: 'closed',
    difference: null,
    closed: { by: '样例甲' },
  })
  expect(await second(CloseTownDay, closing)).toMatchObject({ refusal: 'notNow' })
  expect(await first(DepositTownMoney, { ...deposit, voucher: 'JC-0003' })).toMatchObject({
    refusal: 'notNow',
  })

  const late = await entered(second)
  expect(late).toMatchObject({ late: true, payment: { bookedOn: '2030-11-21' } })
  const confirm = { town: null, date: today, decision: 'confirmed' as const }
  expect(await first(ConfirmTownDay, confirm)).toMatchObject({ refusal: 'ownClosing' })
  expect(replyOf(await account(first)).may.confirm).toBe(false)
  expect(replyOf(await account(second)).may.confirm).toBe(true)
  expect(replyOf(await second(ConfirmTownDay, { ...confirm, decision: 'sentBack' })).line).toMatchObject({
    state: 'open',
    closed: null,
  })
  replyOf(await second(CloseTownDay, closing))
  expect(await second(ConfirmTownDay, confirm)).toMatchObject({ refusal: 'ownClosing' })
  expect(replyOf(await bureau(ConfirmTownDay, { ...confirm, town })).line).toMatchObject({
    state: 'confirmed',
    confirmed: { by: '样例局' },
  })
  expect(replyOf(await account()).line.confirmed).toMatchObject({ by: null })
  expect(await bureau(ConfirmTownDay, { ...confirm, town, decision: 'sentBack' })).toMatchObject({
    refusal: 'notNow',
  })
  expect(await first(CloseTownDay, { date: '2030-11-21', seen, difference: null })).toMatchObject({
    refusal: 'notYet',
  })
})

test('a month lists its days; what is left open waits for its town, and what is closed for a second person', async () => {
  await entered(first, 'bankCounter', '2030-11-18')
  await entered(first, 'bankCounter', '2030-11-19')
  const seen = await seenNow('2030-11-19')
  replyOf(await first(CloseTownDay, { date: '2030-11-19', seen, difference: null }))
  const month = replyOf(await first(TownMonth, { town: '西样镇', month: '2030-11' }))
  expect(month).toMatchObject({ town, towns: [town], today })
  expect(month.days.map(({ date, state }) => [date, state])).toEqual([
    ['2030-11-18', 'open'],
    ['2030-11-19', 'closed'],
    ['2030-11-20', 'confirmed'],
    ['2030-11-21', 'open'],
  ])
  expect(replyOf(await bureau(TownMonth, { town, month: '2030-11' })).days).toHaveLength(4)
  const toClose = [{ town, date: '2030-11-18' }]
  const toConfirm = [{ town, date: '2030-11-19' }]
  expect(replyOf(await first(TownDaysWaiting, {}))).toEqual({ toClose, toConfirm: [], reversals: 0 })
  expect(replyOf(await second(TownDaysWaiting, {}))).toEqual({ toClose, toConfirm, reversals: 0 })
  expect(replyOf(await bureau(TownDaysWaiting, {}))).toEqual({ toClose, toConfirm, reversals: 0 })
})

test('days that were emptied again are no work, and do not hide those that are', async () => {
  const emptied: Omit<TownDayFields, 'date'> = {
    ...{ state: 'open', region: 'lakeside', town, ...nothingBooked, deposits: [], difference: null },
    ...{ closedBy: null, closedAt: null, confirmedBy: null, confirmedAt: null },
  }
  for (let day = 1; day <= 35; day += 1)
    await world.store.insert('townDays', `emptied-${day}`, { ...emptied, date: addDays('2030-09-01', day) })
  expect(replyOf(await bureau(TownDaysWaiting, {})).toClose).toEqual([{ town, date: '2030-11-18' }])
})

test('where the notice lists no towns, the bureau chooses among those that the records know', async () => {
  const month = replyOf(await bureau(TownMonth, { town: null, month: '2030-11' }))
  expect(month).toMatchObject({ town, towns: [town] })
  expect(month.days).not.toEqual([])
})

test('another town’s day is nothing to a clerk, whatever they ask', async () => {
  const far = await world.staff('clerk', { town: '西样镇' })
  expect(replyOf(await far(TownDayAccount, { town, date: today }))).toMatchObject({
    town: '西样镇',
    line: { payments: 0 },
    payments: [],
  })
  expect(replyOf(await far(TownDaysWaiting, {}))).toEqual({ toClose: [], toConfirm: [], reversals: 0 })
  expect(await far(ConfirmTownDay, { town, date: '2030-11-19', decision: 'confirmed' })).toMatchObject({
    refusal: 'notFound',
  })
  expect(await bureau(TownDayAccount, { town: null, date: today })).toMatchObject({ refusal: 'notFound' })
})

test('a voucher is noted in one day: in another it is refused, of two at once as well, until it is taken back', async () => {
  const days = ['2030-11-11', '2030-11-12'] as const
  for (const day of days) await entered(first, 'townAgent', day)
  const deposit = { voucher: 'JC-0100', fen: 40000 }
  const outcomes = await Promise.all(
    days.map((date, at) => [first, second][at]!(DepositTownMoney, { ...deposit, date })),
  )
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  const [noted, other] = outcomes[0]?.kind === 'done' ? days : [days[1], days[0]]
  expect(await second(DepositTownMoney, { ...deposit, date: other })).toMatchObject({
    refusal: 'voucherOfOtherDay',
    details: { date: noted },
  })
  replyOf(await first(DepositTownMoney, { ...deposit, date: noted }))
  replyOf(await first(TakeBackDeposit, { voucher: deposit.voucher, date: noted }))
  replyOf(await first(DepositTownMoney, { ...deposit, date: other }))
})
