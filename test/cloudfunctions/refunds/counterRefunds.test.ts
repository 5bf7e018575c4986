/** Money that was paid at a counter, on its way back: over the same desks as an order's, by transfer, and by the notice's word. */
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import { PersonTimeline } from '../../../shared/contracts/person'
import { verifyLedger } from '../../../cloudfunctions/_ledger/verify/verifyLedger'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import { EnterCounterPayment, FindAtCounter } from '../../../shared/contracts/counterPayments'
import { RequestCounterRefund } from '../../../shared/contracts/requestCounterRefund'
import { RequestRefundAtCounter } from '../../../shared/contracts/requestRefundAtCounter'
import { AskReversal, DecideReversal } from '../../../shared/contracts/counterReversals'
import { ListRefunds } from '../../../shared/contracts/listRefunds'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { RejectRefund } from '../../../shared/contracts/rejectRefund'
import { CloseTownDay } from '../../../shared/contracts/townDay'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import { newKey, opened, payerOf } from '../world/payer'
import { all, backByTransfer, refundNow } from '../world/refunds'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(async () => {
  const { merchantId } = world.service.settings
  const { violations } = await verifyLedger(world.store, { merchantId, now: world.service.clock.now() })
  expect(violations).toEqual([])
  await world.stop()
})

const town = '东样镇'
let receipts = 0

/** Somebody with a phone who paid at the counter of their town. */
async function paidAtCounter(region = 'lakeside') {
  const clerk = await world.staff('clerk', { town, region })
  const person = await world.addPerson({ region, town })
  const one = await payerOf(world, `o-${person.residentId}`, person)
  receipts += 1
  const said = { coverageYear: 2031, receipt: `TF-${1000 + receipts}`, fen: 40000, papersSeen: [] }
  const entry = { ...said, residentId: person.residentId, paidOn: '2030-11-20', channel: 'bankCounter' }
  const { payment } = replyOf(await clerk(EnterCounterPayment, entry))
  const year = async () => {
    const { years } = replyOf(await one.ask(MyEnrollments, { residentId: person.residentId }))
    const found = years.find(({ coverageYear }) => coverageYear === 2031)
    if (!found) throw new Error('no such year')
    return found
  }
  const apply = (reason: 'duplicate' | 'moved' = 'duplicate') =>
    one.ask(RequestCounterRefund, { residentId: person.residentId, coverageYear: 2031, reason })
  return { ...one, clerk, person, entry, paymentId: payment.paymentId, year, apply }
}

const paymentNow = async (id: string) =>
  (await world.store.get<CounterPaymentFields>('counterPayments', id))?.fields

test('the person applies, three offices agree, finance transfers and another confirms: nobody is enrolled by it any more', async () => {
  const one = await paidAtCounter()
  expect(await one.year()).toMatchObject({
    enrolled: true,
    source: 'counter',
    counter: { receipt: one.entry.receipt, channel: 'bankCounter', paidOn: '2030-11-20' },
    refund: null,
    refunds: { onDuplicate: { kind: 'application', clauses: ['lakeside-2031#七'] } },
  })
  const { number: refundNumber } = replyOf(await one.apply()).refund
  expect(await one.apply()).toMatchObject({ refusal: 'refundExists', details: { refundNumber } })
  const tax = await world.staff('tax')
  const [waiting] = replyOf(await tax(ListRefunds, { desk: 'tax' })).refunds
  expect(waiting).toMatchObject({
    orderNumber: null,
    counter: { town, receipt: one.entry.receipt },
    way: 'transfer',
    people: [{ name: one.person.name, fen: 40000 }],
  })
  replyOf(await tax(AcceptRefund, { refundNumber }))
  const bureau = await world.staff('bureau')
  expect(await bureau(ApproveRefund, { refundNumber, way: 'wechat' })).toMatchObject({
    refusal: 'wayStated',
    details: { way: 'transfer' },
  })
  replyOf(await bureau(ApproveRefund, { refundNumber, way: 'transfer' }))
  expect(await refundNow(world, refundNumber)).toMatchObject({ desk: 'finance', state: 'medicalApproved' })
  expect((await one.year()).enrolled).toBe(true)
  const finance = await world.staff('finance')
  replyOf(await finance(TransferRefund, { refundNumber, voucher: 'PZ-0001' }))
  expect(await finance(ConfirmTransfer, { refundNumber })).toMatchObject({ refusal: 'actedAlready' })
  replyOf(await (await world.staff('finance'))(ConfirmTransfer, { refundNumber }))

  expect(await one.year()).toMatchObject({ enrolled: false, refunded: true, refund: { stage: 'arrived' } })
  expect(await paymentNow(one.paymentId)).toMatchObject({ state: 'refunded', refundNumber })
  const { timeline } = replyOf(await one.clerk(PersonTimeline, { residentId: one.person.residentId }))
  const refunded = { how: 'refunded', on: '2030-11-20', reason: 'duplicate' }
  for (const entry of [
    { what: 'withdrawn', why: 'refund' },
    { what: 'refund', state: 'confirmed', fen: 40000, reason: 'duplicate' },
    { what: 'counterPaid', channel: 'bankCounter', undone: refunded },
  ])
    expect(timeline).toContainEqual(expect.objectContaining(entry))
  expect(await all(world, 'ledger', 'recordedAt')).toEqual([])
  // The receipt bought what it bought: it buys nothing again, and the person may pay anew.
  expect(await one.clerk(EnterCounterPayment, one.entry)).toMatchObject({ refusal: 'receiptUsed' })
  expect(opened(await one.start({ key: newKey() })).orderNumber).toBeDefined()
})

test('a clerk applies for whoever stands at the counter, once, and takes no other step', async () => {
  const one = await paidAtCounter()
  const find = {
    name: one.person.name,
    idNumber: one.person.idNumber,
    coverageYear: 2031,
    paidOn: '2030-11-20',
  }
  expect(replyOf(await one.clerk(FindAtCounter, find))).toMatchObject({
    stop: 'alreadyEnrolled',
    paid: { payment: { receipt: one.entry.receipt }, refund: null },
  })
  const ask = { paymentId: one.paymentId, reason: 'moved' } as const
  const [first, other] = await Promise.all([
    one.clerk(RequestRefundAtCounter, ask),
    (await world.staff('clerk', { town }))(RequestRefundAtCounter, ask),
  ])
  expect([first.kind, other.kind].sort()).toEqual(['done', 'refused'])
  expect(await one.apply()).toMatchObject({ refusal: 'refundExists' })
  const far = await world.staff('clerk', { town: '西样镇' })
  expect(await far(RequestRefundAtCounter, ask)).toMatchObject({ refusal: 'notFound' })
  expect(await all(world, 'refunds', 'requestedAt')).toHaveLength(1)
})

test('rejected, it stands and may be asked for again; reversing it and giving it back do not pass each other', async () => {
  const one = await paidAtCounter()
  const { number } = replyOf(await one.apply()).refund
  const ask = { paymentId: one.paymentId, reason: 'otherPerson' } as const
  const seen = { payments: 1, fen: 40000, reversedFen: 0, depositedFen: 0 }
  replyOf(await one.clerk(CloseTownDay, { date: '2030-11-20', seen, difference: 'other' }))
  expect(await one.clerk(AskReversal, ask)).toMatchObject({ refusal: 'notNow' })
  const tax = await world.staff('tax')
  replyOf(await tax(RejectRefund, { refundNumber: number, rejection: 'papersMissing' }))
  expect((await one.year()).refund).toMatchObject({ stage: 'rejected', rejection: 'papersMissing' })
  const { reversalId } = replyOf(await one.clerk(AskReversal, ask)).reversal
  expect(await one.apply()).toMatchObject({ refusal: 'notNow' })
  replyOf(await one.clerk(DecideReversal, { reversalId, decision: 'declined' }))
  const again = replyOf(await one.apply()).refund
  expect(again.number).not.toBe(number)
  expect((await one.year()).refund).toMatchObject({ stage: 'requested' })
})

test('where the notice gives nothing back nobody begins, and the clause is said; where it is silent, whom to ask', async () => {
  const none = await paidAtCounter('rivertown')
  for (const reason of ['duplicate', 'moved'] as const)
    expect(await none.apply(reason)).toEqual({
      kind: 'refused',
      refusal: 'noRefund',
      details: { clauses: ['rivertown-2031#七'] },
    })
  expect((await none.year()).refunds).toMatchObject({ oncePaid: { kind: 'none' } })
  const silent = await paidAtCounter('millside')
  expect(
    await silent.clerk(RequestRefundAtCounter, { paymentId: silent.paymentId, reason: 'moved' }),
  ).toMatchObject({
    refusal: 'refundUnstated',
    details: { ask: '河样县医保局' },
  })
  expect(await all(world, 'refunds', 'requestedAt')).toEqual([])
})

test('whoever may not know what was paid cannot ask for it; a slip at the counter is no refund of anybody', async () => {
  const one = await paidAtCounter()
  const proxy = await payerOf(world, 'o-proxy', { ...one.person, relation: 'other' })
  const ask = { residentId: one.person.residentId, coverageYear: 2031, reason: 'moved' } as const
  expect(await proxy.ask(RequestCounterRefund, ask)).toMatchObject({ refusal: 'notFound' })
  expect(await world.as('o-stranger')(RequestCounterRefund, ask)).toMatchObject({ refusal: 'notFound' })
  world.setClock('2030-11-21', '09:00:00')
  const asked = await one.clerk(AskReversal, { paymentId: one.paymentId, reason: 'otherPerson' })
  const { reversalId } = replyOf(asked).reversal
  const second = await world.staff('clerk', { town })
  replyOf(await second(DecideReversal, { reversalId, decision: 'confirmed' }))
  expect(await one.year()).toMatchObject({ enrolled: false, refunded: false, counter: null, refunds: null })
  const other = await paidAtCounter()
  await backByTransfer(world, other.paymentId)
  expect((await other.year()).refunded).toBe(true)
})
