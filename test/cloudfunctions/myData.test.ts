/** 我的信息: read whole, taken back whole, and what belongs to money or to the person's own word stays. */
import { randomUUID } from 'node:crypto'
import { ActingForMe, LetAct } from '../../shared/contracts/actingForMe'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { ForgetMe, MyData } from '../../shared/contracts/myData'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { withoutActing } from '../../cloudfunctions/_residents/actsForRecord'
import type { ConsentFields } from '../../cloudfunctions/_residents/consentRecord'
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

test('whoever forgot everything may begin anew, and another may then be taken for the person', async () => {
  const person = await world.addPerson()
  await world.as('o-1')(Identify, person)
  await world.as('o-1')(ForgetMe, {})
  expect(replyOf(await world.as('o-2')(Identify, person)).selfTaken).toBe(false)
  expect(replyOf(await world.as('o-1')(Identify, person)).selfTaken).toBe(true)
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
