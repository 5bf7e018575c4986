/** 更正: a counter payment was a mistake, and its day has been added up; two people reverse it, and the old day stays as it was. */
import { isValid, issueCertificate } from '../../../cloudfunctions/_certificates/certificateRecord'
import { verifyLedger } from '../../../cloudfunctions/_ledger/verify/verifyLedger'
import { enrollmentOf } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { PersonTimeline } from '../../../shared/contracts/person'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { EnterCounterPayment, WithdrawCounterPayment } from '../../../shared/contracts/counterPayments'
import { AskReversal, DecideReversal, ListReversals } from '../../../shared/contracts/counterReversals'
import {
  CloseTownDay,
  ConfirmTownDay,
  TownDayAccount,
  TownDaysWaiting,
} from '../../../shared/contracts/townDay'
import { payerOf } from '../world/payer'
import { replyOf, type World } from '../world/startWorld'
import { startTills } from './tills'

type Staff = Awaited<ReturnType<World['staff']>>

let world: World
let first: Staff
let second: Staff
let bureau: Staff
const town = '东样镇'
const [then, today] = ['2030-11-20', '2030-11-21']

beforeEach(async () => {
  ;({ world, first, second, bureau } = await startTills(town))
})
afterEach(() => world.stop())

const paying = (residentId: string, receipt = 'GZ-1001') => ({
  residentId,
  coverageYear: 2031,
  receipt,
  fen: 40000,
  paidOn: then,
  channel: 'townAgent',
  papersSeen: [],
})
const account = async (date: string, by = first) => replyOf(await by(TownDayAccount, { town, date }))
const person = () => world.addPerson({ region: 'lakeside', town })

async function closed(date: string): Promise<void> {
  const { payments, fen, reversedFen, depositedFen } = (await account(date)).line
  const seen = { payments, fen, reversedFen, depositedFen }
  replyOf(await first(CloseTownDay, { date, seen, difference: 'depositedLater' }))
}

/** Entered for the wrong person on a day that was closed and confirmed, and found out a day later. */
async function mistaken() {
  const [wrong, right] = [await person(), await person()]
  const { payment } = replyOf(await first(EnterCounterPayment, paying(wrong.residentId)))
  await closed(then)
  replyOf(await second(ConfirmTownDay, { town: null, date: then, decision: 'confirmed' }))
  world.setClock(today, '09:00:00')
  return { wrong, right, paymentId: payment.paymentId }
}

async function printedOf(residentId: string): Promise<string | undefined> {
  const enrollment = await enrollmentOf(world.service, residentId, 2031)
  return enrollment && issueCertificate(world.service, enrollment)
}

async function violations() {
  const { merchantId } = world.service.settings
  return (await verifyLedger(world.store, { merchantId, now: world.service.clock.now() })).violations
}

test('reversed by two people: the old day stays, today is less by it, the wrong person is free and the receipt enrolls the right one', async () => {
  const { wrong, right, paymentId } = await mistaken()
  const before = (await account(then)).line
  expect((await account(then)).payments[0]).toMatchObject({ mayWithdraw: false, mayReverse: true })
  const { reversal } = replyOf(await first(AskReversal, { paymentId, reason: 'otherPerson' }))
  expect(reversal).toMatchObject({ state: 'asked', askedBy: '样例甲', mayConfirm: false, bookedOn: then })
  expect(replyOf(await second(TownDaysWaiting, {})).reversals).toBe(1)
  expect(replyOf(await first(TownDaysWaiting, {})).reversals).toBe(0)
  const confirm = { reversalId: reversal.reversalId, decision: 'confirmed' } as const
  expect(await first(DecideReversal, confirm)).toMatchObject({ refusal: 'ownAsking' })
  expect(replyOf(await second(ListReversals, {})).reversals).toMatchObject([
    { reversalId: reversal.reversalId, mayConfirm: true },
  ])
  expect(replyOf(await second(DecideReversal, confirm)).reversal).toMatchObject({
    state: 'confirmed',
    decidedBy: '样例乙',
    reversedOn: today,
  })
  expect(replyOf(await second(DecideReversal, confirm)).reversal.state).toBe('confirmed')
  expect(await bureau(DecideReversal, confirm)).toMatchObject({ refusal: 'notNow' })

  expect((await account(then)).line).toEqual(before)
  expect(await account(then)).toMatchObject({
    payments: [],
    reversedSince: [{ reversedOn: today }],
    byClerk: [{ clerk: '样例甲', payments: 1, fen: 40000 }],
  })
  const owes = await (
    await payerOf(world, 'o-wrong', wrong)
  ).ask(WhatIOwe, {
    residentId: wrong.residentId,
    coverageYear: 2031,
  })
  expect(JSON.stringify(replyOf(owes))).not.toContain('alreadyEnrolled')
  expect(replyOf(await first(EnterCounterPayment, paying(right.residentId)))).toMatchObject({
    late: true,
    payment: { bookedOn: today, state: 'entered' },
  })
  const now = await account(today)
  expect(now.line).toMatchObject({
    payments: 1,
    fen: 40000,
    heldFen: 40000,
    reversals: 1,
    reversedFen: 40000,
    reversedHeldFen: 40000,
  })
  expect(now.reversals).toMatchObject([{ reason: 'otherPerson', fen: 40000, bookedOn: then }])
  // What came in and what was reversed are alike: nothing is to be brought to the bank, and nobody has to say why.
  const { payments, fen, reversedFen, depositedFen } = now.line
  const seen = { payments, fen, reversedFen, depositedFen }
  expect(
    await first(CloseTownDay, { date: today, seen: { ...seen, reversedFen: 0 }, difference: null }),
  ).toMatchObject({ refusal: 'changed' })
  expect(
    replyOf(await first(CloseTownDay, { date: today, seen, difference: null })).line.difference,
  ).toBeNull()
  expect(await violations()).toEqual([])
})

test('declined, or taken back by whoever asked, everything is as before and may be asked again', async () => {
  const { paymentId } = await mistaken()
  const ask = { paymentId, reason: 'receiptVoid' } as const
  const asked = replyOf(await second(AskReversal, ask)).reversal
  expect(replyOf(await second(AskReversal, ask)).reversal.reversalId).toBe(asked.reversalId)
  expect(await bureau(AskReversal, ask)).toMatchObject({ refusal: 'notNow' })
  const decline = (reversalId: string) => ({ reversalId, decision: 'declined' }) as const
  expect(replyOf(await second(DecideReversal, decline(asked.reversalId))).reversal.state).toBe('declined')
  const again = replyOf(await bureau(AskReversal, ask)).reversal
  expect(again.reversalId).not.toBe(asked.reversalId)
  expect(replyOf(await first(DecideReversal, decline(again.reversalId))).reversal).toMatchObject({
    askedBy: null,
    reversedOn: null,
  })
  expect((await account(then)).payments).toMatchObject([{ state: 'entered', mayReverse: true }])
  expect(await violations()).toEqual([])
})

test('what can still be taken back is; while a reversal waits it cannot, also where the day was opened again', async () => {
  const { payment } = replyOf(await first(EnterCounterPayment, paying((await person()).residentId)))
  const ask = { paymentId: payment.paymentId, reason: 'other' } as const
  expect(await second(AskReversal, ask)).toMatchObject({ refusal: 'withdrawInstead' })
  await closed(then)
  const { reversalId } = replyOf(await second(AskReversal, ask)).reversal
  replyOf(await second(ConfirmTownDay, { town: null, date: then, decision: 'sentBack' }))
  expect(await first(WithdrawCounterPayment, ask)).toMatchObject({ refusal: 'notNow' })
  expect(
    replyOf(await bureau(DecideReversal, { reversalId, decision: 'confirmed' })).reversal.reversedOn,
  ).toBe(then)
  expect((await account(then)).line).toMatchObject({
    payments: 1,
    reversals: 1,
    fen: 40000,
    reversedFen: 40000,
  })
  expect(await violations()).toEqual([])
})

test('what the bureau took down itself is reversed by two of the bureau, and stands in no town’s day', async () => {
  const other = await world.staff('bureau')
  const { payment } = replyOf(await bureau(EnterCounterPayment, paying((await person()).residentId)))
  const ask = { paymentId: payment.paymentId, reason: 'enteredTwice' } as const
  world.setClock(today, '09:00:00')
  expect(await first(AskReversal, ask)).toMatchObject({ refusal: 'notFound' })
  const { reversalId, bookedOn } = replyOf(await bureau(AskReversal, ask)).reversal
  expect(bookedOn).toBeNull()
  const confirm = { reversalId, decision: 'confirmed' } as const
  expect(await second(DecideReversal, confirm)).toMatchObject({ refusal: 'notFound' })
  expect(replyOf(await other(DecideReversal, confirm)).reversal.reversedOn).toBeNull()
  expect(await violations()).toEqual([])
})

test('the person’s page and the person themselves hear that it was reversed, when and why, also once the receipt is somebody else’s; its printed record holds no more', async () => {
  const { wrong, right, paymentId } = await mistaken()
  const phone = await payerOf(world, 'o-wrong', wrong)
  const printed = (await printedOf(wrong.residentId)) ?? ''
  expect(await isValid(world.service, printed)).toBe(true)
  replyOf(await first(AskReversal, { paymentId, reason: 'otherPerson' }))
  const timeline = async (residentId: string) => replyOf(await first(PersonTimeline, { residentId })).timeline
  const counter = async (residentId: string) =>
    (await timeline(residentId)).filter(({ what }) => what === 'counterPaid')
  expect(await counter(wrong.residentId)).toMatchObject([{ undone: null }])
  const { reversalId } = replyOf(await first(ListReversals, {})).reversals[0] ?? { reversalId: '' }
  replyOf(await second(DecideReversal, { reversalId, decision: 'confirmed' }))
  const undone = { how: 'reversed', on: today, reason: 'otherPerson' }
  expect(await counter(wrong.residentId)).toMatchObject([{ fen: 40000, channel: 'townAgent', undone }])
  replyOf(await first(EnterCounterPayment, { ...paying(right.residentId), fen: 40000 }))
  expect(await counter(wrong.residentId)).toMatchObject([
    { fen: 40000, channel: 'townAgent', by: null, undone },
  ])
  expect(await timeline(wrong.residentId)).toContainEqual(
    expect.objectContaining({ what: 'withdrawn', why: 'mistake' }),
  )
  expect(await counter(right.residentId)).toMatchObject([{ undone: null }])
  const { years } = replyOf(await phone.ask(MyEnrollments, { residentId: wrong.residentId }))
  expect(years.find(({ coverageYear }) => coverageYear === 2031)).toMatchObject({
    ...{ enrolled: false, refunded: false, mistake: undone, counter: null, paidFen: null },
  })
  // Entered rightly under another receipt: the paper of the mistake does not come to life again.
  replyOf(await first(EnterCounterPayment, { ...paying(wrong.residentId, 'GZ-1009'), paidOn: today }))
  expect(await isValid(world.service, printed)).toBe(false)
})
