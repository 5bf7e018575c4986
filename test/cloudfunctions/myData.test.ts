/** 我的信息: read whole, taken back whole, and what belongs to money or to the person's own word stays. */
import { randomUUID } from 'node:crypto'
import { ActingForMe, LetAct } from '../../shared/contracts/actingForMe'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { ForgetMe, MyData } from '../../shared/contracts/myData'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { StaffPorts } from '../../cloudfunctions/_ports/ports'
import {
  personIndexOf,
  withoutActing,
  type ActsForFields,
} from '../../cloudfunctions/_residents/actsForRecord'
import { noteConsent, type ConsentFields } from '../../cloudfunctions/_residents/consentRecord'
import { callerIndex } from '../../cloudfunctions/_residents/family'
import { foldResident } from '../../cloudfunctions/_residents/foldResident'
import type { ResidentFields } from '../../cloudfunctions/_residents/residentRecord'
import { importSteps } from './imports/importSteps'
import { many, population } from './imports/rosterFiles'
import { payer } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const consents = async () =>
  (
    await world.store.find<ConsentFields>('consents', {
      where: {},
      sort: { field: 'givenAt', order: 'ascending' },
      limit: 50,
    })
  ).documents.map(({ fields }) => fields)

test('nothing is looked up for somebody who has not agreed', async () => {
  const { consent, ...person } = await world.addPerson()
  expect(consent).toBe('person-1')
  const answer = await world.as('o-1')(Identify, person as never)
  expect(answer).toEqual({ kind: 'refused', refusal: 'badRequest' })
  expect(await consents()).toEqual([])
})

test('who agreed for whom, to which text, is on record, and the caller can read it', async () => {
  const { ask, residentId, start } = await payer(world, 'o-1')
  await start()
  const data = replyOf(await ask(MyData, {}))
  expect(data.people).toMatchObject([{ relation: 'self' }])
  expect(data.people[0]?.maskedId).toContain('****')
  expect(data.consents).toMatchObject([{ text: 'person-1', withdrawnAt: null, name: data.people[0]?.name }])
  expect(data.orders).toMatchObject([{ coverageYear: 2031, people: 1, state: 'unpaid' }])
  expect(await consents()).toMatchObject([{ residentId, text: 'person-1', withdrawnAt: null }])
  expect(replyOf(await world.as('o-2')(MyData, {}))).toMatchObject({ people: [], consents: [], orders: [] })
})

test('deleted: nobody to act for, consent withdrawn, money stays; a second time changes nothing', async () => {
  const { ask, residentId, start } = await payer(world, 'o-1')
  await start()
  expect(replyOf(await ask(ForgetMe, {}))).toEqual({ people: 1, consents: 1 })
  expect(replyOf(await ask(Family, {})).members).toEqual([])
  expect(await ask(WhatIOwe, { residentId, coverageYear: 2031 })).toEqual({
    kind: 'refused',
    refusal: 'notFound',
  })
  const data = replyOf(await ask(MyData, {}))
  expect(data.people).toEqual([])
  expect(data.consents).toMatchObject([{ name: null }])
  expect(data.consents[0]?.withdrawnAt).not.toBeNull()
  expect(data.orders).toHaveLength(1)
  expect(replyOf(await ask(ForgetMe, {}))).toEqual({ people: 0, consents: 0 })
})

test('whoever has agreed for a whole village withdraws all of it at once', async () => {
  const ask = world.as('o-1')
  await ask(Identify, await world.addPerson())
  const consent = {
    callerIndex: callerIndex({ ...world.service, caller: { openId: 'o-1' } }),
    text: 'person-1',
  } as const
  for (let i = 0; i < 250; i += 1) {
    const given = { ...consent, residentId: `resident-${i}` }
    await world.store.transaction((documents) => noteConsent(documents, given, '2030-11-20T05:00:00.000Z'))
  }
  expect(replyOf(await ask(MyData, {})).consents).toHaveLength(251)
  expect(replyOf(await ask(ForgetMe, {}))).toEqual({ people: 1, consents: 251 })
  expect(replyOf(await ask(MyData, {})).consents.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual(
    [],
  )
})

test('whoever forgot everything may begin anew, and another may then be taken for the person', async () => {
  const person = await world.addPerson()
  await world.as('o-1')(Identify, person)
  await world.as('o-1')(ForgetMe, {})
  expect(replyOf(await world.as('o-2')(Identify, person)).selfTaken).toBe(false)
  expect(replyOf(await world.as('o-1')(Identify, person)).selfTaken).toBe(true)
})

test('whoever forgot everything does not come back with a roster that was taken back and imported again', async () => {
  const steps = importSteps(await world.staff('bureau', { region: 'lakeside', imports: ['population'] }))
  const [person] = many(1)
  if (!person) throw new Error('nobody')
  const roster = population([['东样镇', person.idNumber, '', person.name]])
  const said = { ...person, region: 'lakeside', relation: 'self', consent: 'person-1' } as const
  const first = await steps.tried('population', roster)
  await steps.commit(first.importId)
  replyOf(await world.as('o-1')(Identify, said))
  await steps.undo(first.importId)
  replyOf(await world.as('o-1')(ForgetMe, {}))
  const again = await steps.tried('population', roster)
  await steps.commit(again.importId)
  const { member, selfTaken } = replyOf(await world.as('o-2')(Identify, said))
  expect(selfTaken).toBe(false)
  const { residentId } = member
  expect(replyOf(await world.as('o-2')(ActingForMe, { residentId })).callers).toEqual([])
})

test('whoever forgot everything acts under neither number of a person whose two records were made one', async () => {
  const [kept, gone] = [await world.addPerson(), await world.addPerson()]
  replyOf(await world.as('o-1')(Identify, { ...gone, relation: 'other' }))
  const resident = async (id: string) => (await world.store.get<ResidentFields>('residents', id))!
  const records = { kept: await resident(kept.residentId), gone: await resident(gone.residentId) }
  await world.store.transaction((documents) =>
    foldResident(world.service as unknown as StaffPorts, documents, { ...records, actor: 'service' }),
  )
  replyOf(await world.as('o-1')(ForgetMe, {}))
  const callers = await Promise.all(
    [kept, gone].map(async ({ idNumber }) => {
      const person = personIndexOf(world.service.cipher, idNumber)
      return (await world.store.get<ActsForFields>('actsFor', person))?.fields.callers
    }),
  )
  expect(callers).toEqual([[], []])
})

test('forgetting does not undo the person’s own word: who was ended stays ended', async () => {
  const person = await world.addPerson()
  const own = world.as('o-own')
  await own(Identify, person)
  await world.as('o-proxy')(Identify, { ...person, relation: 'other' })
  const { residentId } = person
  const [link] = replyOf(await own(ActingForMe, { residentId })).callers.map((caller) => caller.link)
  await own(LetAct, { residentId, link: link ?? '', may: false })
  await world.as('o-proxy')(ForgetMe, {})
  expect(await world.as('o-proxy')(Identify, { ...person, relation: 'other' })).toEqual({
    kind: 'refused',
    refusal: 'notRecognised',
  })
})

test('what was said to an office is read back by whoever said it, and by nobody else', async () => {
  const { ask, residentId } = await payer(world, 'o-1')
  const complaint = {
    key: randomUUID(),
    topic: 'money',
    text: '扣了两次',
    region: 'rivertown',
    coverageYear: 2031,
    page: 'home',
    version: '0.1.0',
  } as const
  replyOf(await ask(SendComplaint, complaint))
  expect(residentId).not.toBe('')
  expect(replyOf(await ask(MyData, {})).complaints).toMatchObject([
    { kind: 'money', text: '扣了两次', state: 'received' },
  ])
  expect(replyOf(await world.as('o-2')(MyData, {})).complaints).toEqual([])
})

test('ended in the very moment of forgetting, it stays ended', () => {
  const since = '2030-11-20T04:00:00Z'
  const acting = { callerIndex: 'c-1', link: 'link-1', relation: 'other', guardian: false, since } as const
  const ended = { ...acting, endedAt: '2030-11-20T05:00:00Z' }
  expect(withoutActing({ self: null, callers: [ended] }, 'c-1').callers).toEqual([ended])
  expect(withoutActing({ self: 'c-1', callers: [{ ...acting, endedAt: null }] }, 'c-1')).toEqual({
    self: null,
    callers: [],
  })
})
