/** Attacks on orders (payments.md, attack list): races, lost replies, made-up sums, other people's orders. */
import { randomUUID } from 'node:crypto'
import { openedOf, startTarget, type Target } from './target'

let target: Target
beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.stop())

const orderOf = async (orderNumber: string) =>
  (await target.service.ports.store.get<{ state: string; fen: number }>('orders', orderNumber))?.fields

test('the reply to the prepayment is lost: the same key asks for the same number, and one order is paid', async () => {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(), 2024)
  target.service.simulator.faults.plan('loseReply')
  const first = await phone.ask('startPayment', request)
  const again = first.kind === 'done' ? first : await phone.ask('startPayment', request)
  const { orderNumber, prepayId } = openedOf(again)
  expect(openedOf(await phone.ask('startPayment', request)).orderNumber).toBe(orderNumber)
  await phone.decide(prepayId, 'confirmWithoutCallback')
  expect((await phone.ask('paymentStatus', { orderNumber })).reply).toMatchObject({ state: 'paid' })
})

test('the same key with another body is refused', async () => {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(), 2024)
  const other = await phone.requestFor(await target.addPerson(), 2024)
  openedOf(await phone.ask('startPayment', request))
  expect(await phone.ask('startPayment', { ...other, key: request.key })).toEqual({
    kind: 'refused',
    refusal: 'keyReused',
  })
})

test('two guardians pay for one child at the same moment: one of them', async () => {
  const child = await target.addPerson()
  const guardians = [target.phone(), target.phone()]
  const requests = await Promise.all(guardians.map((phone) => phone.requestFor(child, 2024)))
  const answers = await Promise.all(guardians.map((phone, i) => phone.ask('startPayment', requests[i])))
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  const refused = answers.find(({ kind }) => kind === 'refused')
  expect(refused).toMatchObject({ refusal: 'orderExists' })
  expect(refused?.details).not.toHaveProperty('orderNumber')
})

test('paid while we close: paid wins, and the person is enrolled once', async () => {
  const phone = target.phone()
  const { orderNumber, prepayId } = openedOf(
    await phone.ask('startPayment', await phone.requestFor(await target.addPerson(), 2024)),
  )
  const [, closed] = await Promise.all([
    phone.decide(prepayId, 'confirm'),
    phone.ask('cancelPayment', { orderNumber }),
  ])
  await target.service.simulator.settled()
  const paid = target.service.simulator.orders().find((order) => order.orderNumber === orderNumber)?.payment
  expect(closed.kind).toBe('done')
  expect((await phone.ask('paymentStatus', { orderNumber })).reply).toMatchObject({
    state: paid ? 'paid' : 'closed',
  })
})

test('paid after release: the money is marked to go back by itself, and the claim belongs to the new order', async () => {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(), 2024)
  const { orderNumber, prepayId } = openedOf(await phone.ask('startPayment', request))
  await phone.decide(prepayId, 'confirmWithoutCallback')
  const { payments } = target.service.ports
  target.service.ports.payments = {
    ...payments,
    query: async () => ({ kind: 'notPaid' }),
    close: async () => 'closed',
  }
  expect((await phone.ask('cancelPayment', { orderNumber })).reply).toMatchObject({ state: 'closed' })
  target.service.ports.payments = payments
  const anew = { ...request, key: randomUUID() }
  expect(openedOf(await phone.ask('startPayment', anew)).fen).toBe(38000)
  expect(await target.notify(target.callback(orderNumber))).toBe(200)
  expect(await orderOf(orderNumber)).toMatchObject({ state: 'late', reservedFen: 38000 })
})

test('a sum, an openid and a role in the request count for nothing', async () => {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(), 2024)
  const forged = { ...request, fen: 1, amount: { total: 1 }, openId: 'somebody', role: 'bureau' }
  const { orderNumber, fen } = openedOf(await phone.ask('startPayment', forged))
  expect(fen).toBe(38000)
  expect(await orderOf(orderNumber)).toMatchObject({ fen: 38000 })
  const cheap = { ...request, people: request.people.map((one) => ({ ...one, expectFen: 1 })) }
  expect(await phone.ask('startPayment', { ...cheap, key: randomUUID() })).toMatchObject({
    kind: 'refused',
  })
})

test('another person’s order is the same answer as one that does not exist, to the byte', async () => {
  const owner = target.phone()
  const { orderNumber } = openedOf(
    await owner.ask('startPayment', await owner.requestFor(await target.addPerson(), 2024)),
  )
  const stranger = target.phone()
  await stranger.requestFor(await target.addPerson(), 2024)
  for (const useCase of ['paymentStatus', 'receipt', 'cancelPayment']) {
    const missing = await stranger.raw(useCase, { orderNumber: 'NOSUCHORDER123456789' })
    expect(await stranger.raw(useCase, { orderNumber })).toEqual(missing)
  }
  expect((await orderOf(orderNumber))?.state).toBe('prepaid')
})

test('a payment begun in one county is refused in another, with the reason once it is paid', async () => {
  const here = await target.addPerson('shandan')
  const there = await target.addPerson('dongxiang', { ...here, region: 'dongxiang' })
  const one = target.phone()
  const { prepayId } = openedOf(await one.ask('startPayment', await one.requestFor(here, 2024)))
  await one.decide(prepayId, 'confirm')
  await target.service.simulator.settled()
  const other = target.phone()
  const request = { ...(await other.requestFor(there, 2021, 'self')), coverageYear: 2024 }
  expect(await other.ask('startPayment', request)).toMatchObject({
    refusal: 'mayNotEnroll',
    details: { reasons: ['enrolledElsewhere'] },
  })
})
