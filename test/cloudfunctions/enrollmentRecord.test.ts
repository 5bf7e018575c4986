/** 参保记录: what a person, their guardian and a proxy are told of each coverage year. */
import { randomUUID } from 'node:crypto'
import { onRoster } from '../../cloudfunctions/_local/demonstration/onRoster'
import { yearId } from '../../cloudfunctions/_residents/enrollmentRecord'
import type { Relation } from '../../shared/contracts/fields'
import { Identify } from '../../shared/contracts/identify'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { opened } from './world/payer'
import { counterClerk } from './world/counterClerk'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const dibao = { identities: [{ code: 'ruralDibao', since: null }] }

type Person = Awaited<ReturnType<World['addPerson']>>

async function named(openId: string, person: Person, relation: Relation) {
  const ask = world.as(openId)
  replyOf(await ask(Identify, { ...person, relation }))
  return ask
}

async function pay(ask: Awaited<ReturnType<typeof named>>, residentId: string): Promise<string> {
  const owed = replyOf(
    await ask(WhatIOwe, { residentId, coverageYear: 2031, answers: { otherCover: 'none' } }),
  )
  const started = await ask(StartPayment, {
    people: [{ residentId, expectFen: owed.owing.dueFen ?? 0 }],
    coverageYear: 2031,
    key: randomUUID(),
    tableHash: owed.tableHash,
    otherCover: 'none',
  })
  const { orderNumber, prepayId } = opened(started)
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  return orderNumber
}

test('the person sees how they came to be enrolled: identity, sum, subsidy, days with their clause, receipt', async () => {
  const person = await world.addPerson(dibao)
  const ask = await named('o-1', person, 'self')
  const orderNumber = await pay(ask, person.residentId)
  const { years, knownSince, ask: office } = replyOf(await ask(MyEnrollments, person))
  expect(years[0]).toMatchObject({
    coverageYear: 2031,
    enrolled: true,
    told: true,
    source: 'order',
    identity: 'ruralDibao',
    paidBy: 'caller',
    paidFen: 13000,
    subsidyFen: 27000,
    coverageFrom: ['2031-01-01'],
    coverageTo: ['2031-12-31'],
    orderNumber,
    refund: null,
  })
  expect(years[0]?.coverClauses.length).toBeGreaterThan(0)
  expect(knownSince).toBe(years.at(-1)?.coverageYear)
  expect(office.name).not.toBe('')
})

test('paid by a family member: the person learns that, not who, and the receipt stays the payer’s', async () => {
  const person = await world.addPerson(dibao)
  const child = await named('o-child', person, 'child')
  const orderNumber = await pay(child, person.residentId)
  const self = await named('o-self', person, 'self')
  const [own] = replyOf(await self(MyEnrollments, person)).years
  expect(own).toMatchObject({ told: true, paidBy: 'family', identity: 'ruralDibao', orderNumber: null })
  const [paid] = replyOf(await child(MyEnrollments, person)).years
  expect(paid).toMatchObject({
    told: true,
    paidBy: 'caller',
    paidFen: 13000,
    identity: null,
    subsidyFen: null,
  })
  expect(paid).toMatchObject({ orderNumber, coverClauses: [] })
})

test('a proxy who did not pay sees enrolled and the days, and not whether a roster or a payment says so', async () => {
  const byOrder = await world.addPerson(dibao)
  await pay(await named('o-self', byOrder, 'self'), byOrder.residentId)
  const byRoster = await world.addPerson()
  const fields = onRoster(
    { residentId: byRoster.residentId, region: 'rivertown', coverageYear: 2031 },
    {
      identity: 'extremePoverty',
      paidFen: 0,
      paidOn: '2030-11-01',
      coverageFrom: ['2031-01-01'],
      coverageTo: ['2031-12-31'],
    },
  )
  await world.store.insert('enrollments', yearId(byRoster.residentId, 2031), fields)
  const told = async (person: Person) => {
    const proxy = await named(`o-${person.residentId}`, person, 'other')
    return replyOf(await proxy(MyEnrollments, person)).years[0]
  }
  const seen = await told(byOrder)
  expect(seen).toEqual(await told(byRoster))
  expect(seen).toMatchObject({ enrolled: true, told: false, source: null, coverageFrom: ['2031-01-01'] })
})

test('what was paid at a counter is named as that, with its sum', async () => {
  const person = await world.addPerson(dibao)
  await counterClerk(world, { region: 'rivertown' }).taken(person.residentId, { fen: 13000 })
  const ask = await named('o-counter', person, 'self')
  expect(replyOf(await ask(MyEnrollments, person)).years[0]).toMatchObject({
    enrolled: true,
    source: 'counter',
    paidFen: 13000,
    subsidyFen: 27000,
    orderNumber: null,
  })
})

test('years before the first table stand there only where a roster knows them', async () => {
  const person = await world.addPerson()
  const ask = await named('o-1', person, 'self')
  const before = replyOf(await ask(MyEnrollments, person))
  const early = before.knownSince - 2
  expect(before.years.map(({ coverageYear }) => coverageYear)).not.toContain(early)
  const fields = onRoster({ residentId: person.residentId, region: 'rivertown', coverageYear: early })
  await world.store.insert('enrollments', yearId(person.residentId, early), fields)
  const year = replyOf(await ask(MyEnrollments, person)).years.find((one) => one.coverageYear === early)
  expect(year).toMatchObject({
    enrolled: true,
    source: 'roster',
    paidBy: null,
    paidFen: null,
    coverageFrom: [],
  })
})
