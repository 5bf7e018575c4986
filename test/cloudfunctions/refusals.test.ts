import { randomUUID } from 'node:crypto'
import { answerResident } from '../../cloudfunctions/resident/answerResident'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import type { Outcome, ReplyOf } from '../../shared/contracts/contract'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import { ReportPaidElsewhere } from '../../shared/contracts/reportPaidElsewhere'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { Ports } from '../../cloudfunctions/_ports/ports'
import { opened, payer } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
let callers = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(() => {
  callers += 1
})

const ask = () => world.as(`o-${callers}`)

const identified = async (known: Partial<RosterPerson>) => {
  const person = await world.addPerson(known)
  return replyOf(await ask()(Identify, person)).member.residentId
}

async function start(residentId: string, coverageYear = 2031): Promise<Outcome<typeof StartPayment>> {
  const hash = world.service.policies.all()[0]?.hash ?? ''
  return ask()(StartPayment, {
    people: [{ residentId, expectFen: 40000 }],
    coverageYear,
    key: randomUUID(),
    tableHash: hash,
    otherCover: 'none',
  })
}

test('a person who does not exist, and a person of another family, are not found', async () => {
  const theirs = replyOf(await world.as('o-mother')(Identify, await world.addPerson())).member.residentId
  const missing = { kind: 'refused', refusal: 'notFound' }
  for (const residentId of ['nobody-there', theirs]) {
    expect(await start(residentId)).toEqual(missing)
    expect(await ask()(WhatIOwe, { residentId, coverageYear: 2031 })).toEqual(missing)
    const report = { residentId, coverageYear: 2031, channel: 'bankCounter' }
    expect(await ask()(ReportPaidElsewhere, report)).toEqual(missing)
  }
})

test('a coverage year without a table is refused, never answered from another year', async () => {
  const residentId = await identified({})
  const refused = { kind: 'refused', refusal: 'noPolicy' }
  expect(await start(residentId, 2032)).toEqual(refused)
  expect(await ask()(WhatIOwe, { residentId, coverageYear: 2032 })).toEqual(refused)
  expect(await ask()(Policy, { region: 'rivertown', coverageYear: 2032 })).toEqual(refused)
  expect(await ask()(Policy, { region: 'nowhere', coverageYear: 2031 })).toEqual(refused)
})

test('an employee is stopped, whatever they answer', async () => {
  const residentId = await identified({ otherCover: 'employee' })
  expect(await start(residentId)).toEqual({
    kind: 'refused',
    refusal: 'mayNotEnroll',
    details: { reasons: ['employeeInsured'], missing: [], residentId },
  })
  const owed = replyOf(
    await ask()(WhatIOwe, { residentId, coverageYear: 2031, answers: { otherCover: 'none' } }),
  )
  expect(owed.assessment?.decision).toBe('refused')
  expect(owed.person.otherCover).toBe('employee')
})

test('whoever says they are an employee is stopped, even where the roster says none', async () => {
  const residentId = await identified({ otherCover: 'none' })
  const answers = { otherCover: 'employee' as const }
  const owed = replyOf(await ask()(WhatIOwe, { residentId, coverageYear: 2031, answers }))
  expect(owed.assessment?.reasons.map(({ code }) => code)).toContain('employeeInsured')
})

test('a person the county pays for has nothing due', async () => {
  const residentId = await identified({ identities: [{ code: 'extremePoverty', since: null }] })
  expect(await start(residentId)).toEqual({
    kind: 'refused',
    refusal: 'nothingDue',
    details: { settlement: 'paidOnBehalf', residentId },
  })
  expect(replyOf(await ask()(Family, {})).members[0]?.card?.standing).toBe('paidOnBehalf')
})

test('where the notice leaves the sum open, nothing is charged', async () => {
  const residentId = await identified({ identities: [{ code: 'disability/1', since: null }] })
  expect(await start(residentId)).toMatchObject({ refusal: 'amountNotStated', details: { ask: 'bureau' } })
  const { card } = replyOf(await ask()(Family, {})).members[0] ?? {}
  expect(card).toMatchObject({ standing: 'undecided', dueFen: null })
})

test('where the notice names no WeChat, the official channels are named', async () => {
  const residentId = await identified({ region: 'hilltown' })
  expect(await start(residentId)).toEqual({
    kind: 'refused',
    refusal: 'payElsewhere',
    details: { channels: ['bankCounter'], residentId },
  })
})

test('outside the window nobody pays', async () => {
  const residentId = await identified({ lastCovered: 2029 })
  expect(await start(residentId, 2030)).toMatchObject({
    refusal: 'mayNotEnroll',
    details: { reasons: ['windowClosed'] },
  })
})

test('saying one has paid elsewhere is kept as waiting for the tax office, and enrolls nobody', async () => {
  const residentId = await identified({ region: 'hilltown' })
  const report = { residentId, coverageYear: 2031, channel: 'bankCounter' }
  expect(await ask()(ReportPaidElsewhere, { ...report, channel: 'wechat' })).toEqual({
    kind: 'refused',
    refusal: 'unknownChannel',
  })
  expect(replyOf(await ask()(Family, {})).members[0]?.card?.standing).toBe('payElsewhere')
  const { state, asOf } = replyOf(await ask()(ReportPaidElsewhere, report))
  expect(state).toBe('awaitingTax')
  expect(replyOf(await ask()(ReportPaidElsewhere, report)).asOf).toBe(asOf)
  expect(replyOf(await ask()(Family, {})).members[0]?.card).toMatchObject({
    standing: 'awaitingTax',
    paidFen: null,
    coverageFrom: null,
  })
  expect(replyOf(await ask()(WhatIOwe, { residentId, coverageYear: 2031 })).awaitingTax).toBe(true)
})

test('whoever has paid here cannot report paying elsewhere', async () => {
  const { ask: asks, start: starts, residentId } = await payer(world, 'o-paid')
  await world.simulator.decide(opened(await starts()).prepayId, 'confirm')
  await world.simulator.settled()
  expect(await asks(ReportPaidElsewhere, { residentId, coverageYear: 2031, channel: 'bankCounter' })).toEqual(
    {
      kind: 'refused',
      refusal: 'alreadyPaid',
    },
  )
})

test('a request that does not fit its contract is a bad request', async () => {
  const bad = { kind: 'refused', refusal: 'badRequest' }
  const send = ask() as unknown as (contract: { name: unknown }, request: unknown) => Promise<unknown>
  expect(await send(StartPayment, { residentId: 'demo-1', fen: 1 })).toEqual(bad)
  expect(await send(StartPayment, undefined)).toEqual(bad)
  expect(await send(Policy, { region: '../etc', coverageYear: 2031 })).toEqual(bad)
  expect(await send({ name: 'constructor' }, {})).toEqual(bad)
  expect(await send({ name: 7 }, {})).toEqual(bad)
})

test('a sum, an openid or a role in the request changes nothing', async () => {
  const { ask: asks, request, person } = await payer(world, 'o-honest')
  const forged = { ...request, fen: 1, openId: 'o-other', role: 'staff' }
  const { orderNumber } = opened(await asks(StartPayment, forged))
  expect((await world.store.get('orders', orderNumber))?.fields).toMatchObject({
    fen: 40000,
    lines: [{ residentId: person.residentId, fen: 40000 }],
    callerIndex: world.service.cipher.index('caller', 'o-honest'),
  })
})

test('every place shows one current year: the one collecting now, else the latest', async () => {
  const { today, demo, places } = replyOf(await ask()(ListPlaces, {}))
  expect({ today, demo }).toEqual({ today: '2030-11-20', demo: true })
  const one = [{ coverageYear: 2031, current: true }]
  expect(places).toEqual([
    { region: 'brooktown', name: '溪样县', level: 'county', collecting: true, years: one },
    { region: 'hilltown', name: '山样县', level: 'county', collecting: true, years: one },
    { region: 'lakeside', name: '湖样县', level: 'county', collecting: true, years: one },
    { region: 'millside', name: '磨样县', level: 'county', collecting: true, years: one },
    { region: 'pondside', name: '塘样县', level: 'county', collecting: true, years: one },
    {
      region: 'rivertown',
      name: '河样县',
      level: 'county',
      collecting: true,
      years: [
        { coverageYear: 2030, current: false },
        { coverageYear: 2031, current: true },
      ],
    },
  ])
})

test('once every year is over, no place is said to collect', async () => {
  const clock = { ...world.service.clock, today: () => '2040-01-01' }
  const ports = { ...world.service, clock, caller: { openId: 'o-late' } } as Ports
  const outcome = await answerResident(ListPlaces.name, {}, ports)
  expect(outcome).toMatchObject({ kind: 'done' })
  const { places } = (outcome as { reply: ReplyOf<typeof ListPlaces> }).reply
  expect(places.filter(({ collecting }) => collecting)).toEqual([])
  expect(places.map(({ years }) => years.filter(({ current }) => current).length)).toEqual(
    places.map(() => 1),
  )
})

test('a table is served with the hash that orders are frozen with', async () => {
  const { table, hash } = replyOf(await ask()(Policy, { region: 'rivertown', coverageYear: 2031 }))
  expect(table).toEqual(world.service.policies.inForce('rivertown', 2031)?.table)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})
