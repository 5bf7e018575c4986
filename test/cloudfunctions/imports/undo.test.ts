/** 撤回: all of a batch or nothing, and nothing while something depends on it. */
import { randomUUID } from 'node:crypto'
import type { SupplementFields } from '../../../cloudfunctions/_match/supplementRecord'
import { claimIdOf } from '../../../cloudfunctions/_orders/orderRecord'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { EnterCounterPayment } from '../../../shared/contracts/counterPayments'
import { Identify } from '../../../shared/contracts/identify'
import { CorrectPerson, PersonTimeline } from '../../../shared/contracts/person'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'
import { identities, kinds, knownIn, many, population, region } from './rosterFiles'

let world: World
let bureau: Ask
let known: ReturnType<typeof knownIn>
beforeEach(async () => {
  world = await startWorld()
  known = knownIn(world)
  bureau = await world.staff('bureau', { region, imports: kinds })
})
afterEach(() => world.stop())

test('a chunk is written and taken back in several transactions, and what each rejects or changes is kept beside the others’', async () => {
  const people = many(50)
  const wrong = [3, 25, 44]
  const steps = importSteps(bureau)
  const file = population(
    people.map(({ name, idNumber }, i) => ['样例镇', wrong.includes(i) ? '110' : idNumber, '', name]),
  )
  const tried = await steps.tried('population', file)
  expect((await steps.commit(tried.importId)).counts).toEqual({ ...tried.counts, added: 47, rejected: 3 })
  const rows = (await steps.rejects(tried.importId)).split('\r\n').slice(2, -1)
  expect(rows.map((row) => row.split(',').at(-3))).toEqual(wrong.map((i) => String(i + 3)))
  const before = await Promise.all(people.map(({ idNumber }) => known(idNumber)))
  expect(before.filter((one) => one !== undefined)).toHaveLength(47)
  await steps.undo(tried.importId)
  expect((await Promise.all(people.map(({ idNumber }) => known(idNumber)))).filter(Boolean)).toEqual([])
})

test('nothing is undone where something depends on it, and it says what', async () => {
  const person = await world.addPerson()
  const steps = importSteps(bureau)
  const first = await steps.tried('civilAffairs', identities([[person.name, person.idNumber, '孤儿']]))
  await steps.commit(first.importId)
  const second = await steps.tried('civilAffairs', identities([[person.name, person.idNumber, '特困人员']]))
  await steps.commit(second.importId)
  expect(await bureau(UndoImport, { importId: first.importId })).toEqual({
    kind: 'refused',
    refusal: 'dependedOn',
    details: { changed: 1, paid: 0, closed: 0 },
  })
  await steps.undo(second.importId)
  expect((await known(person.idNumber))?.fields.identities).toMatchObject([{ code: 'orphan' }])
})

test('added people who have a claim by now stay; without one they are no longer found, and may be added again', async () => {
  const [a, b] = many(2)
  if (!a || !b) throw new Error('nobody')
  const file = population([a, b].map(({ name, idNumber }) => ['样例镇', idNumber, '', name]))
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', file)
  await steps.commit(importId)
  const { cipher } = world.service
  const claimId = `${cipher.index('claim', a.idNumber)}-2031`
  await world.store.insert('claims', claimId, { orderNumber: null, enrolledIn: region })
  expect(await bureau(UndoImport, { importId })).toMatchObject({
    refusal: 'dependedOn',
    details: { changed: 0, paid: 1 },
  })
  await world.store.replace('claims', claimId, 1, { orderNumber: null, enrolledIn: null })
  await steps.undo(importId)
  expect(await known(a.idNumber)).toBeUndefined()
  const again = await steps.tried('population', file)
  expect(again.counts.added).toBe(2)
  await steps.commit(again.importId)
  expect(await known(b.idNumber)).toMatchObject({ name: b.name })
})

test('the record of somebody whose row was taken back is nobody’s: nobody pays by it, at a counter or on the phone, and it is not corrected', async () => {
  const lakeside = 'lakeside'
  const [person] = many(1)
  if (!person) throw new Error('nobody')
  const { name, idNumber } = person
  bureau = await world.staff('bureau', { region: lakeside, imports: ['population'] })
  const clerk = await world.staff('clerk', { town: '东样镇' })
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', population([['东样镇', idNumber, '', name]]))
  await steps.commit(importId)
  const phone = world.as('o-1')
  const self = { relation: 'self', consent: 'person-1' } as const
  const { residentId } = replyOf(await phone(Identify, { region: lakeside, name, idNumber, ...self })).member
  const asked = { residentId, coverageYear: 2031, answers: { otherCover: 'none' } } as const
  expect((await phone(WhatIOwe, asked)).kind).toBe('done')
  const { revision } = replyOf(await clerk(PersonTimeline, { residentId })).person
  await steps.undo(importId)

  expect(await phone(WhatIOwe, asked)).toMatchObject({ refusal: 'notFound' })
  const paid = { receipt: 'GT-9', fen: 40000, paidOn: '2030-11-20', channel: 'bankCounter', papersSeen: [] }
  expect(await clerk(EnterCounterPayment, { residentId, coverageYear: 2031, ...paid })).toMatchObject({
    refusal: 'notFound',
  })
  const correction = { part: 'village', value: '乙村' } as const
  const said = { key: randomUUID(), revision: revision + 1, reason: 'moved', words: '搬到乙村' } as const
  expect(await clerk(CorrectPerson, { residentId, correction, ...said })).toMatchObject({
    refusal: 'notFound',
  })
})

describe('of somebody who was known before', () => {
  const [lakeside, town, year] = ['lakeside', '东样镇', 2031]
  let steps: ReturnType<typeof importSteps>
  let person: Awaited<ReturnType<World['addPerson']>>
  beforeEach(async () => {
    bureau = await world.staff('bureau', { region: lakeside, imports: ['population'] })
    steps = importSteps(bureau)
    person = await world.addPerson({ region: lakeside, town })
  })

  const moved = async () => {
    const { name, idNumber } = person
    const file = makeWorkbook([
      ['乡镇', '行政村', '姓名', '身份证号码'],
      [town, '甲村', name, idNumber],
    ])
    const { importId, counts } = await steps.tried('population', file)
    expect(counts.changed).toBe(1)
    return importId
  }
  const atCounter = async (paidOn: string) => {
    const clerk = await world.staff('clerk', { town })
    const said = { receipt: 'GT-1', fen: 40000, channel: 'bankCounter', papersSeen: [] }
    replyOf(
      await clerk(EnterCounterPayment, {
        ...{ residentId: person.residentId, coverageYear: year, paidOn },
        ...said,
      }),
    )
  }
  /** As the bureau's decision writes it. */
  const onBehalf = async (paidOn: string) => {
    const { idNumber, residentId } = person
    const claimId = claimIdOf(world.service.cipher, idNumber, year)
    await world.store.insert('claims', claimId, { orderNumber: null, enrolledIn: lakeside })
    const fields = { residentId, region: lakeside, coverageYear: year, way: 'onBehalf', paidFen: 0, paidOn }
    await world.store.insert('enrollments', yearId(residentId, year), { ...fields, withdrawnAt: null })
  }
  const supplement = async () => {
    const owed: Partial<SupplementFields> = { region: lakeside, town, agreedAt: world.service.clock.now() }
    await world.store.insert('supplements', yearId(person.residentId, year), owed)
  }

  test.each([
    [
      'whose payment at a counter was entered since, with a receipt of a day before',
      () => atCounter('2030-11-19'),
    ],
    ['who was registered on behalf since', () => onBehalf('2030-11-20')],
  ])('a batch stays for one %s', async (_who, enroll) => {
    const importId = await moved()
    await steps.commit(importId)
    await enroll()
    expect(await bureau(UndoImport, { importId })).toMatchObject({
      refusal: 'dependedOn',
      details: { changed: 0, paid: 1 },
    })
  })

  test.each([
    ['at a counter', () => atCounter('2030-11-20')],
    ['on behalf', () => onBehalf('2030-11-19')],
  ])(
    'who was enrolled before %s keeps no batch, and a supplement agreed since does',
    async (_how, enroll) => {
      await enroll()
      world.later(1)
      const importId = await moved()
      await steps.commit(importId)
      await steps.undo(importId)
      const again = await moved()
      await steps.commit(again)
      await supplement()
      expect(await bureau(UndoImport, { importId: again })).toMatchObject({
        details: { changed: 0, paid: 1 },
      })
    },
  )
})
