/** 一家人一起缴: several people, one payment, all claims or none; a person and year are held whatever the county. */
import { randomUUID } from 'node:crypto'
import type { ServicePorts } from '../../cloudfunctions/_ports/ports'
import type { Store } from '../../cloudfunctions/_ports/store'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { receiveNotification } from '../../cloudfunctions/payment-notify/receiveNotification'
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import type { Relation } from '../../shared/contracts/fields'
import { Identify } from '../../shared/contracts/identify'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Receipt } from '../../shared/contracts/receipt'
import { ResumePayment } from '../../shared/contracts/resumePayment'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { opened } from './world/payer'
import { plainPerson, replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

/** A caller who acts for these people, and what a payment for all of them would ask. */
async function household(
  openId: string,
  people: readonly Partial<RosterPerson>[],
  ports: Partial<ServicePorts> = {},
  relation: Relation = 'other',
) {
  const ask = world.as(openId, ports)
  const asked: { residentId: string; expectFen: number }[] = []
  let tableHash = ''
  for (const known of people) {
    const person = await world.addPerson(known)
    const { residentId } = replyOf(await ask(Identify, { ...person, relation })).member
    const owed = replyOf(
      await ask(WhatIOwe, { residentId, coverageYear: 2031, answers: { otherCover: 'none' } }),
    )
    asked.push({ residentId, expectFen: owed.owing.dueFen ?? 0 })
    tableHash = owed.tableHash
  }
  const start = (some = asked, key = randomUUID()) =>
    ask(StartPayment, { people: some, coverageYear: 2031, key, tableHash, otherCover: 'none' })
  return { ask, people: asked, start }
}

const dibao = { identities: [{ code: 'ruralDibao/4', since: null }] }
const claims = async () =>
  (
    await world.store.find<{ orderNumber: string | null; enrolledIn: string | null; order: number }>(
      'claims',
      {
        where: { orderNumber: { from: '' } },
        sort: { field: 'orderNumber', order: 'ascending' },
        limit: 100,
      },
    )
  ).documents

test('three people, one payment: one sum, three enrollments, a ledger entry with a posting each', async () => {
  const { ask, start, people } = await household('o-1', [{}, dibao, {}])
  const paying = opened(await start())
  expect(paying.fen).toBe(40000 + 13000 + 40000)
  await world.simulator.decide(paying.prepayId, 'confirm')
  await world.simulator.settled()
  const receipt = replyOf(await ask(Receipt, { orderNumber: paying.orderNumber }))
  expect(receipt.people.map(({ residentId, fen }) => ({ residentId, expectFen: fen }))).toEqual(people)
  for (const { residentId, expectFen } of people)
    expect((await world.store.get('enrollments', `${residentId}-2031`))?.fields).toMatchObject({
      paidFen: expectFen,
      orderNumber: paying.orderNumber,
      withdrawnAt: null,
    })
  const [payment] = (
    await world.store.find<{ transactionId: string }>('payments', {
      where: {},
      sort: { field: 'orderNumber', order: 'ascending' },
      limit: 5,
    })
  ).documents
  const entry = await world.store.get('ledger', `pay-${payment?.fields.transactionId}`)
  expect(entry?.fields).toMatchObject({
    region: 'rivertown',
    day: '2030-11-20',
    postings: [
      { account: 'wechat', fen: 93000, residentId: null },
      ...people.map(({ residentId, expectFen }) => ({
        account: 'contributions',
        fen: -expectFen,
        residentId,
      })),
    ],
  })
})

test('one of three is held: nobody’s claim is taken, and the page learns whose it is', async () => {
  const { start, people } = await household('o-1', [{}, {}, {}])
  const second = people.slice(1, 2)
  const { orderNumber } = opened(await start(second))
  expect(await start(people)).toEqual({
    kind: 'refused',
    refusal: 'orderExists',
    details: { orderNumber, residentId: second[0]?.residentId },
  })
  expect(await claims()).toHaveLength(1)
})

test('two households race for one grandmother: one order holds her, the other holds nobody', async () => {
  const one = await household('o-1', [{}, {}])
  const grandmother = await world.addPerson({})
  const other = await household('o-2', [{}, {}])
  const withHer = async (openId: string, { people, start }: typeof one) => {
    const { residentId } = replyOf(
      await world.as(openId)(Identify, { ...grandmother, relation: 'parent' }),
    ).member
    return () => start([...people, { residentId, expectFen: 40000 }])
  }
  const starts = [await withHer('o-1', one), await withHer('o-2', other)]
  const outcomes = await Promise.all(starts.map((start) => start()))
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  expect(await claims()).toHaveLength(3)
})

test('the same people named in another order are the same request', async () => {
  const { start, people } = await household('o-1', [{}, dibao])
  const key = randomUUID()
  const { orderNumber } = opened(await start(people, key))
  expect(opened(await start([...people].reverse(), key)).orderNumber).toBe(orderNumber)
})

test('an order that is paid says nothing about other people, however many it was for', async () => {
  const { start, people } = await household('o-1', [{}, {}, {}])
  const [one, two, three] = people.map((person) => [person])
  const paying = opened(await start([...one!, ...two!]))
  await world.simulator.decide(paying.prepayId, 'confirm')
  await world.simulator.settled()
  expect(await start([...one!, ...two!])).toMatchObject({ reply: { kind: 'alreadyPaid' } })
  expect(await start([...one!, ...three!])).toEqual({
    kind: 'refused',
    refusal: 'mayNotEnroll',
    details: { reasons: ['alreadyEnrolled'], residentId: one![0]?.residentId },
  })
})

test('an open order can be taken up again by its number alone, by its own caller only, until it is closed', async () => {
  const { ask, start, people } = await household('o-1', [{}, dibao])
  const paying = opened(await start())
  const { orderNumber } = paying
  const again = opened(await ask(ResumePayment, { orderNumber }))
  expect(again).toMatchObject({ orderNumber, fen: paying.fen })
  expect(await world.as('o-2')(ResumePayment, { orderNumber })).toEqual({
    kind: 'refused',
    refusal: 'notFound',
  })
  const status = replyOf(await ask(PaymentStatus, { orderNumber }))
  expect(status.people.map(({ residentId }) => residentId)).toEqual(
    people.map(({ residentId }) => residentId),
  )
  expect(status.coverageYear).toBe(2031)
  await ask(CancelPayment, { orderNumber })
  expect(await ask(ResumePayment, { orderNumber })).toEqual({ kind: 'refused', refusal: 'orderClosed' })
  expect(world.simulator.orders()).toHaveLength(1)
})

test('a cancelled family order frees everybody', async () => {
  const { ask, start } = await household('o-1', [{}, {}])
  const { orderNumber } = opened(await start())
  expect(await claims()).toHaveLength(2)
  expect(replyOf(await ask(CancelPayment, { orderNumber })).state).toBe('closed')
  expect(await claims()).toHaveLength(0)
})

test('somebody among them who owes nothing stops the payment, and is named by id', async () => {
  const { start, people } = await household('o-1', [
    {},
    { identities: [{ code: 'extremePoverty', since: null }] },
  ])
  expect(await start()).toMatchObject({
    refusal: 'mayNotEnroll',
    details: { reasons: [], residentId: people[1]?.residentId },
  })
  expect(await claims()).toHaveLength(0)
})

test('the same person twice, nobody, or too many is no request', async () => {
  const { start, people } = await household('o-1', [{}])
  const bad = { kind: 'refused', refusal: 'badRequest' }
  expect(await start([...people, ...people])).toEqual(bad)
  expect(await start([])).toEqual(bad)
  const many = Array.from({ length: 9 }, (_, i) => ({ residentId: `somebody-${i}`, expectFen: 1 }))
  expect(await start(many)).toEqual(bad)
})

test('one payment is for one place', async () => {
  const { start } = await household('o-1', [{}, { region: 'hilltown' }])
  expect(await start()).toEqual({ kind: 'refused', refusal: 'severalPlaces' })
})

describe('one person whom two counties know', () => {
  const { idNumber, name } = plainPerson()
  const here = { idNumber, name }
  const there = { ...here, region: 'brooktown' }

  test('paid here, the other county refuses and says why, and so it does while the first order is open', async () => {
    const one = await household('o-1', [here])
    const other = await household('o-2', [there], {}, 'self')
    const paying = opened(await one.start())
    expect(await other.start()).toEqual({
      kind: 'refused',
      refusal: 'orderExists',
      details: { residentId: other.people[0]?.residentId },
    })
    await world.simulator.decide(paying.prepayId, 'confirm')
    await world.simulator.settled()
    expect(await other.start()).toEqual({
      kind: 'refused',
      refusal: 'mayNotEnroll',
      details: { reasons: ['enrolledElsewhere'], residentId: other.people[0]?.residentId },
    })
  })

  test('enrolled there by a roster while the order here was open: the money goes back', async () => {
    const one = await household('o-1', [here, {}])
    const paying = opened(await one.start())
    await world.simulator.decide(paying.prepayId, 'confirmWithoutCallback')
    const [held] = await claims()
    const order = await world.store.get<{ lines: { claimId: string }[] }>('orders', paying.orderNumber)
    const claimId = order?.fields.lines[0]?.claimId ?? ''
    const claim = await world.store.get('claims', claimId)
    expect(held).toBeDefined()
    await world.store.replace('claims', claimId, claim?.revision ?? 0, {
      ...claim?.fields,
      enrolledIn: 'brooktown',
    })
    const raw = world.simulator.callbackOf(paying.orderNumber)
    expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
    const receipt = replyOf(await one.ask(Receipt, { orderNumber: paying.orderNumber }))
    expect(receipt.people.map(({ refund }) => refund?.cause ?? null)).toEqual(['twice', null])
    expect(await world.store.get('enrollments', `${one.people[0]?.residentId}-2031`)).toBeUndefined()
    expect(await world.store.get('enrollments', `${one.people[1]?.residentId}-2031`)).toBeDefined()
  })
})

describe('at the end of a day', () => {
  test('an order of the last day of the collection period can be paid until midnight, not after', async () => {
    await world.stop()
    world = await startWorld('2030-12-31T15:45:00Z')
    const { start } = await household('o-1', [{}])
    const { orderNumber } = opened(await start())
    expect((await world.store.get('orders', orderNumber))?.fields.expiresAt).toBe('2030-12-31T16:00:00.000Z')
  })

  test('less than a minute before the end nothing is opened, and the page is told to wait', async () => {
    await world.stop()
    world = await startWorld('2030-12-31T15:59:30Z')
    const { start } = await household('o-1', [{}])
    expect(await start()).toEqual({ kind: 'refused', refusal: 'dayEnding' })
    expect(await claims()).toHaveLength(0)
  })

  test('a request that begins before midnight and is answered after it sells nothing of the day before', async () => {
    await world.stop()
    world = await startWorld('2030-12-31T15:55:00Z')
    let pause = 0
    const store: Store = {
      ...world.store,
      get(collection, id) {
        if (collection === 'enrollments') world.later(pause)
        return world.store.get(collection, id)
      },
    }
    const { start } = await household('o-1', [{}], { store })
    pause = 10
    expect(await start()).toEqual({ kind: 'refused', refusal: 'orderClosed' })
    expect(await claims()).toHaveLength(0)
  })

  test('an order that is made in time and would reach WeChat too late is not opened: WeChat would give it a minute more', async () => {
    await world.stop()
    world = await startWorld('2030-12-31T15:57:00Z')
    let pause = 0
    const store: Store = {
      ...world.store,
      transaction(work) {
        world.later(pause)
        pause = 0
        return world.store.transaction(work)
      },
    }
    const { start } = await household('o-1', [{}], { store })
    pause = 2
    expect(await start()).toEqual({ kind: 'refused', refusal: 'orderClosed' })
    expect(await claims()).toHaveLength(0)
  })

  test('on any other evening an order lasts its usual time', async () => {
    await world.stop()
    world = await startWorld('2030-11-20T15:45:00Z')
    const { start } = await household('o-1', [{}])
    const { orderNumber } = opened(await start())
    const order = await world.store.get<{ expiresAt: string }>('orders', orderNumber)
    expect(Date.parse(order?.fields.expiresAt ?? '')).toBeGreaterThan(Date.parse('2030-11-20T16:14:00Z'))
  })
})
