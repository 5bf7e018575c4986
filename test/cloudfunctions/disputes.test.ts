import { DisputeEnrollment } from '../../shared/contracts/disputeEnrollment'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { claimIdOf } from '../../cloudfunctions/_orders/orderRecord'
import { opened, payer } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
let callers = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** Somebody on rivertown's roster, with their own phone. */
async function resident(known: Partial<RosterPerson> = {}) {
  const person = await world.addPerson(known)
  const ask = world.as(`o-dispute-${(callers += 1)}`)
  const { residentId } = replyOf(await ask(Identify, person)).member
  const who = { residentId, coverageYear: 2031 }
  const answers = { otherCover: 'none' as const }
  return { person, ask, who, owed: async () => replyOf(await ask(WhatIOwe, { ...who, answers })) }
}

async function enrolledIn(region: string, idNumber: string): Promise<void> {
  const claimId = claimIdOf(world.service.cipher, idNumber, 2031)
  await world.store.insert('claims', claimId, { orderNumber: null, enrolledIn: region })
}

const codes = ({ assessment }: { assessment: { reasons: readonly { code: string }[] } | null }) =>
  assessment?.reasons.map(({ code }) => code)

test('somebody whom another county’s roster has enrolled is told so when they ask, not only when they pay', async () => {
  const { person, ask, owed } = await resident()
  await enrolledIn('brooktown', person.idNumber)
  const told = await owed()
  expect(codes(told)).toContain('enrolledElsewhere')
  expect(told).toMatchObject({ recorded: 'residentElsewhere', assessment: { decision: 'refused' } })
  expect(replyOf(await ask(Family, {})).members[0]?.card).toMatchObject({
    standing: 'cannotEnroll',
    reasons: ['enrolledElsewhere'],
  })
})

test('so is somebody who has paid in another county; an order that is not paid yet stops nobody from asking', async () => {
  const there = await payer(world, 'o-brook', { region: 'brooktown' }, 'other')
  const here = await resident({ name: there.person.name, idNumber: there.person.idNumber })
  const { prepayId } = opened(await there.start())
  expect((await here.owed()).recorded).toBeUndefined()
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  expect(codes(await here.owed())).toContain('enrolledElsewhere')
})

test('this county’s own roster is no other county', async () => {
  const { person, owed } = await resident()
  await enrolledIn('rivertown', person.idNumber)
  expect(await owed()).not.toHaveProperty('recorded')
})

test('a dispute is open from then on, with the office that looks into it; said twice, the first stands', async () => {
  const { ask, who, owed } = await resident({ otherCover: 'employee' })
  expect(await owed()).toMatchObject({ recorded: 'employee' })
  expect(await owed()).not.toHaveProperty('dispute')
  const { dispute } = replyOf(await ask(DisputeEnrollment, { ...who, says: 'ended' }))
  expect(dispute).toEqual({
    state: 'received',
    answer: null,
    since: expect.stringMatching(/^2030-11-20T/) as string,
    office: { name: '河样县医保局', phone: null },
  })
  expect(replyOf(await ask(DisputeEnrollment, { ...who, says: 'never' })).dispute).toEqual(dispute)
  const after = await owed()
  expect(after.dispute).toEqual(dispute)
  expect(after.assessment?.decision).toBe('refused')
  expect((await world.store.get('complaints', `record-${who.residentId}-2031`))?.fields).toMatchObject({
    region: 'rivertown',
    recorded: 'employee',
    says: 'ended',
    state: 'received',
    desk: 'bureau',
  })
})

test('where no record stands in the way there is nothing to dispute, and nobody else’s is disputed', async () => {
  const { ask, who } = await resident()
  const says = 'never'
  expect(await ask(DisputeEnrollment, { ...who, says })).toMatchObject({ refusal: 'nothingToDispute' })
  expect(await ask(DisputeEnrollment, { ...who, says, coverageYear: 2032 })).toMatchObject({
    refusal: 'noPolicy',
  })
  const stranger = world.as('o-stranger')
  expect(await stranger(DisputeEnrollment, { ...who, says })).toMatchObject({ refusal: 'notFound' })
})
