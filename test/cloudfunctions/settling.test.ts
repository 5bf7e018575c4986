/** What a callback, the page that asks and the poller may make of an order. */
import { followOpenOrders } from '../../cloudfunctions/jobs/followOpenOrders'
import { receiveNotification } from '../../cloudfunctions/payment-notify/receiveNotification'
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Receipt } from '../../shared/contracts/receipt'
import { newKey, opened, payer } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const documentsIn = async (collection: string) =>
  (
    await world.store.find(collection, {
      where: {},
      sort: { field: 'orderNumber', order: 'ascending' },
      limit: 500,
    })
  ).documents

const refundsOf = async (orderNumber: string) =>
  (await documentsIn('refunds'))
    .map(({ fields }) => fields)
    .filter((refund) => refund.orderNumber === orderNumber)

async function paidSilently(openId = 'o-1') {
  const one = await payer(world, openId)
  const { orderNumber, prepayId } = opened(await one.start())
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  return { ...one, orderNumber, raw: world.simulator.callbackOf(orderNumber) }
}

test('the same callback a hundred times at once is one payment and one enrollment', async () => {
  const { ask, residentId, orderNumber, raw } = await paidSilently()
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => receiveNotification(raw, world.service)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await documentsIn('payments')).toHaveLength(1)
  expect(await documentsIn('inbox')).toHaveLength(1)
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('paid')
  const { years } = replyOf(await ask(MyEnrollments, { residentId }))
  expect(years.filter(({ enrolled }) => enrolled)).toHaveLength(1)
})

test('a callback with one byte changed, or of another hour, changes nothing', async () => {
  const { orderNumber, raw } = await paidSilently()
  const forged = { ...raw, body: raw.body.replace('"id":"', '"id":"x') }
  expect(forged.body).not.toBe(raw.body)
  expect(await receiveNotification(forged, world.service)).toEqual({ status: 401 })
  world.later(6)
  expect(await receiveNotification(raw, world.service)).toEqual({ status: 401 })
  expect(await documentsIn('payments')).toHaveLength(0)
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('prepaid')
})

test.each([
  ['another sum', 'fen', { fen: 1 }],
  ['another merchant', 'merchantId', { merchantId: '1999999999' }],
  ['another app', 'appId', { appId: 'wx9999999999999999' }],
  ['an order nobody made', 'unknownOrder', { orderNumber: 'NOBODYMADETHIS' }],
])(
  'a genuine callback about %s is kept aside with an alarm, and enrolls nobody',
  async (_what, mismatch, change) => {
    const { ask, residentId, orderNumber, raw } = await paidSilently()
    const read = world.service.payments.readNotification(raw, world.service.clock.now())
    if (read.kind !== 'paid') throw new Error(read.kind)
    const payment = { ...read.payment, ...change }
    world.breakPayments({ readNotification: () => ({ ...read, payment }) })
    expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
    expect((await documentsIn('quarantine')).map(({ fields }) => fields.mismatch)).toEqual([mismatch])
    expect(world.lines).toContainEqual(
      expect.objectContaining({ event: 'paymentQuarantined', mismatch, alarm: true }),
    )
    expect(await documentsIn('payments')).toHaveLength(0)
    const { years } = replyOf(await ask(MyEnrollments, { residentId }))
    expect(years.some(({ enrolled }) => enrolled)).toBe(false)
    expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('prepaid')
  },
)

test('a store that fails makes WeChat send again, and nothing is half-written', async () => {
  const { orderNumber, raw } = await paidSilently()
  const failing = { ...world.service.store, transaction: () => Promise.reject(new Error('down')) }
  expect(await receiveNotification(raw, { ...world.service, store: failing })).toEqual({ status: 500 })
  expect(await documentsIn('inbox')).toHaveLength(0)
  expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
})

test('without a callback the poller settles what was paid, and leaves what still may be paid', async () => {
  const { orderNumber } = await paidSilently()
  const waiting = opened(await (await payer(world, 'o-2')).start())
  expect(await followOpenOrders(world.service)).toEqual({ looked: 2, ended: 1 })
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
  expect((await world.store.get('orders', waiting.orderNumber))?.fields.state).toBe('prepaid')
  world.later(31)
  expect(await followOpenOrders(world.service)).toEqual({ looked: 1, ended: 1 })
  expect((await world.store.get('orders', waiting.orderNumber))?.fields.state).toBe('closed')
})

test('one order that fails does not keep the poller from the others', async () => {
  const { orderNumber } = await paidSilently()
  const other = opened(await (await payer(world, 'o-2')).start())
  const { query } = world.service.payments
  world.breakPayments({
    query: (number) => (number === other.orderNumber ? Promise.reject(new Error('bug')) : query(number)),
  })
  expect(await followOpenOrders(world.service)).toEqual({ looked: 2, ended: 1 })
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
})

test('paid after closing: the order is late, nobody is enrolled by it, and the person may pay anew', async () => {
  const { ask, start, orderNumber, raw } = await paidSilently()
  world.breakPayments({ query: async () => ({ kind: 'notPaid' }), close: async () => 'closed' })
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('closed')
  world.mendPayments()
  expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('paidLate')
  expect(await documentsIn('enrollments')).toHaveLength(0)
  expect(await refundsOf(orderNumber)).toMatchObject([{ state: 'due', cause: 'late', fen: 40000 }])
  expect(await ask(Receipt, { orderNumber })).toEqual({ kind: 'refused', refusal: 'notPaid' })
  expect((await start({ key: newKey() })).kind).toBe('done')
})

test('money for somebody whom a roster has enrolled meanwhile is recorded, and goes back by itself', async () => {
  const { residentId, orderNumber, raw } = await paidSilently()
  await world.store.insert('enrollments', `${residentId}-2031`, {
    residentId,
    paidFen: 40000,
    withdrawnAt: null,
  })
  expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
  expect(await documentsIn('payments')).toHaveLength(1)
  expect(await refundsOf(orderNumber)).toMatchObject([{ state: 'due', cause: 'twice', fen: 40000 }])
})

test('a callback between WeChat’s word and ours: what was to be closed is paid', async () => {
  const { ask, orderNumber, raw } = await paidSilently()
  world.breakPayments({
    query: async () => ({ kind: 'notPaid' }),
    close: async () => {
      await receiveNotification(raw, world.service)
      return 'closed'
    },
  })
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('paid')
})

test('a payment WeChat knows before we know of the order being open is recorded all the same', async () => {
  const { ask, start, orderNumber } = await paidSilently()
  const order = await world.store.get('orders', orderNumber)
  await world.store.replace('orders', orderNumber, order?.revision ?? 0, {
    ...order?.fields,
    state: 'created',
  })
  expect(await start()).toEqual({ kind: 'done', reply: { kind: 'alreadyPaid', orderNumber } })
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('paid')
})

test('an order of somebody else is as absent as one that does not exist', async () => {
  const { orderNumber } = await paidSilently()
  const ask = world.as('o-stranger')
  for (const contract of [PaymentStatus, Receipt, CancelPayment]) {
    const missing = await ask(contract, { orderNumber: 'NOSUCHORDER1' })
    expect(missing).toEqual({ kind: 'refused', refusal: 'notFound' })
    expect(await ask(contract, { orderNumber })).toEqual(missing)
  }
})
