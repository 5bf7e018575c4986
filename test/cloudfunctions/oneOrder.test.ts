/** One unpaid or paid order for one person and coverage year, whatever is clicked, reloaded or raced. */
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { newKey, opened, payer, payerOf } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const ordersIn = async () =>
  (
    await world.store.find('orders', {
      where: {},
      sort: { field: 'createdAt', order: 'ascending' },
      limit: 500,
    })
  ).documents

test('thirty payments started at once with different keys make one order', async () => {
  const { start, residentId } = await payer(world, 'o-1')
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => start({ key: newKey() })))
  const done = outcomes.filter((outcome) => outcome.kind === 'done')
  expect(done).toHaveLength(1)
  expect(await ordersIn()).toHaveLength(1)
  const [order] = await ordersIn()
  for (const outcome of outcomes)
    if (outcome.kind !== 'done')
      expect(outcome).toEqual({
        kind: 'refused',
        refusal: 'orderExists',
        details: { orderNumber: order?.id, residentId },
      })
  expect(world.simulator.orders()).toHaveLength(1)
})

test('thirty callers who act for one person make one order, and only its maker learns the number', async () => {
  const first = await payer(world, 'o-0')
  const callers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => payerOf(world, `o-${i}`, first.person)),
  )
  const outcomes = await Promise.all(callers.map(({ start }) => start()))
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(29)
  for (const outcome of outcomes)
    if (outcome.kind === 'refused')
      expect(outcome).toEqual({
        kind: 'refused',
        refusal: 'orderExists',
        details: { residentId: first.residentId },
      })
  expect(await ordersIn()).toHaveLength(1)
})

test('the same key sent thirty times at once is one order, and everyone gets it to pay', async () => {
  const { start } = await payer(world, 'o-1')
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => start()))
  expect(new Set(outcomes.map((outcome) => opened(outcome).orderNumber)).size).toBe(1)
  expect(world.simulator.orders()).toHaveLength(1)
})

test('the same key of two callers is two different numbers', async () => {
  const one = await payer(world, 'o-1')
  const other = await payer(world, 'o-2')
  const key = newKey()
  expect(opened(await one.start({ key })).orderNumber).not.toBe(
    opened(await other.start({ key })).orderNumber,
  )
})

test('a reload in the middle takes up the same order, also after it is paid', async () => {
  const { ask, start, residentId } = await payer(world, 'o-1')
  const before = opened(await start())
  const after = opened(await start())
  expect(after.orderNumber).toBe(before.orderNumber)
  expect(replyOf(await ask(WhatIOwe, { residentId, coverageYear: 2031 })).order).toEqual({
    orderNumber: before.orderNumber,
    state: 'unpaid',
  })
  await world.simulator.decide(after.prepayId, 'confirm')
  await world.simulator.settled()
  const paid = { kind: 'done', reply: { kind: 'alreadyPaid', orderNumber: before.orderNumber } }
  expect(await start()).toEqual(paid)
  expect(await start({ key: newKey() })).toEqual(paid)
  expect(world.simulator.orders()).toHaveLength(1)
})

test('paid without a callback: the page that asks finds out, and a second attempt does not pay again', async () => {
  const { ask, start } = await payer(world, 'o-1')
  const { orderNumber, prepayId } = opened(await start())
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  expect(await start({ key: newKey() })).toEqual({
    kind: 'done',
    reply: { kind: 'alreadyPaid', orderNumber },
  })
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('paid')
})

test('another caller cannot pay for somebody who is paid for', async () => {
  const one = await payer(world, 'o-1')
  const other = await payerOf(world, 'o-2', one.person)
  await world.simulator.decide(opened(await one.start()).prepayId, 'confirmWithoutCallback')
  expect(await other.start()).toEqual({
    kind: 'refused',
    refusal: 'mayNotEnroll',
    details: { reasons: ['alreadyEnrolled'], residentId: other.residentId },
  })
})

test('a key with another request is refused', async () => {
  const { start, showing } = await payer(world, 'o-1')
  await start()
  expect(await start(showing(40001))).toEqual({ kind: 'refused', refusal: 'keyReused' })
})

test('one key for two people at the same moment opens a payment for one of them', async () => {
  const one = await payer(world, 'o-1')
  const other = await payer(world, 'o-1', {}, 'spouse')
  const key = newKey()
  const outcomes = await Promise.all([one.start({ key }), other.start({ key })])
  expect(
    outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal : outcome.kind)).sort(),
  ).toEqual(['done', 'keyReused'])
  expect(await ordersIn()).toHaveLength(1)
})

test('a page whose price has changed meanwhile is told the new one, and nothing is made', async () => {
  const { start, showing, residentId } = await payer(world, 'o-1')
  world.amend()
  const details = { fen: 41000, residentId }
  expect(await start()).toEqual({ kind: 'refused', refusal: 'priceChanged', details })
  expect(await start(showing(41000))).toMatchObject({ refusal: 'priceChanged' })
  expect(await start(showing(39999))).toMatchObject({ refusal: 'priceChanged' })
  expect(await ordersIn()).toHaveLength(0)
})

test('an order keeps the sum and the table it was made with', async () => {
  const { start, request } = await payer(world, 'o-1')
  const { orderNumber } = opened(await start())
  world.amend()
  expect(opened(await start())).toMatchObject({ orderNumber, fen: 40000 })
  const [order] = await ordersIn()
  expect(order?.fields).toMatchObject({ fen: 40000, tableHash: request.tableHash })
})

test('a cancelled order is closed at WeChat first, and then the person is free for another', async () => {
  const { ask, start } = await payer(world, 'o-1')
  const { orderNumber } = opened(await start())
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('closed')
  expect(world.simulator.orders()[0]?.state).toBe('CLOSED')
  expect(await start()).toEqual({ kind: 'refused', refusal: 'orderClosed' })
  expect(opened(await start({ key: newKey() })).orderNumber).not.toBe(orderNumber)
})

test('while WeChat does not answer the closing, nobody else gets an order', async () => {
  const { ask, start } = await payer(world, 'o-1')
  const { orderNumber } = opened(await start())
  world.breakPayments({ close: async () => 'unknown' })
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('confirming')
  expect(await start({ key: newKey() })).toMatchObject({ refusal: 'orderExists' })
  world.mendPayments()
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('closed')
  expect((await start({ key: newKey() })).kind).toBe('done')
})

test('cancelling what was paid in the same moment says paid', async () => {
  const { ask, start } = await payer(world, 'o-1')
  const { orderNumber, prepayId } = opened(await start())
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('paid')
})

test('paid while WeChat’s word on the closing is on its way: it is paid, and the person stays enrolled', async () => {
  const { ask, start } = await payer(world, 'o-1')
  const { orderNumber, prepayId } = opened(await start())
  world.breakPayments({
    async close() {
      await world.simulator.decide(prepayId, 'confirm')
      await world.simulator.settled()
      return 'closed'
    },
  })
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('paid')
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
})

test('an expired order is closed before another takes its place', async () => {
  const { start } = await payer(world, 'o-1')
  const { orderNumber } = opened(await start())
  world.later(31)
  expect(opened(await start({ key: newKey() })).orderNumber).not.toBe(orderNumber)
  expect((await ordersIn()).map(({ fields }) => fields.state).sort()).toEqual(['closed', 'prepaid'])
})

test('no answer from WeChat: the same key tries the same number again', async () => {
  const { start } = await payer(world, 'o-1')
  world.breakPayments({ open: async () => ({ kind: 'unknown' }) })
  expect(await start()).toEqual({ kind: 'refused', refusal: 'paymentsDown' })
  world.mendPayments()
  const [order] = await ordersIn()
  expect(opened(await start()).orderNumber).toBe(order?.id)
})

test('a store that fails makes no order and says outage; the next attempt works', async () => {
  const { request, residentId, start } = await payer(world, 'o-1')
  const failing = { ...world.service.store, transaction: () => Promise.reject(new Error(residentId)) }
  expect(await payerAgain(failing)).toEqual({ kind: 'outage' })
  expect(JSON.stringify(world.lines)).not.toContain(residentId)
  expect(await ordersIn()).toHaveLength(0)
  expect((await start()).kind).toBe('done')

  async function payerAgain(store: typeof failing) {
    const { StartPayment } = await import('../../shared/contracts/startPayment')
    return world.as('o-1', { store })(StartPayment, request)
  }
})

test('whoever starts one order after another is told to wait; taking up an order counts for nothing', async () => {
  world.service.settings.limits = {
    ...world.service.settings.limits,
    ordersPerCaller: { atMost: 2, minutes: 60 },
  }
  const { ask, start } = await payer(world, 'o-1')
  const first = opened(await start())
  expect(opened(await start()).orderNumber).toBe(first.orderNumber)
  await ask(CancelPayment, { orderNumber: first.orderNumber })
  const second = newKey()
  const { orderNumber } = opened(await start({ key: second }))
  await ask(CancelPayment, { orderNumber })
  expect(await start({ key: newKey() })).toEqual({ kind: 'refused', refusal: 'tooMany' })
  expect(await ordersIn()).toHaveLength(2)
  world.later(61)
  expect((await start({ key: newKey() })).kind).toBe('done')
})
