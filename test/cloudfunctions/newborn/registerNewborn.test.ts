/** 新生儿登记 and 身份合并: a child enters by its birth certificate, is paid for, and goes on under its ID number. */
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import { foldResident } from '../../../cloudfunctions/_residents/foldResident'
import { recogniseResident } from '../../../cloudfunctions/_residents/recogniseResident'
import { isNobodys, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { justBefore } from '../world/justBefore'
import { callerIndex } from '../../../cloudfunctions/_residents/family'
import { GiveIdNumber } from '../../../shared/contracts/giveIdNumber'
import { Identify } from '../../../shared/contracts/identify'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { Receipt } from '../../../shared/contracts/receipt'
import { RegisterNewborn } from '../../../shared/contracts/registerNewborn'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { importSteps } from '../imports/importSteps'
import { population } from '../imports/rosterFiles'
import { opened } from '../world/payer'
import { replyOf, type World } from '../world/startWorld'
import { guardian, newChild, startNursery } from './nursery'

let world: World
beforeEach(async () => {
  world = await startNursery()
})
afterEach(() => world.stop())

type Guardian = Awaited<ReturnType<typeof guardian>>

async function paid(mother: Guardian, residentId: string): Promise<string> {
  const { orderNumber, prepayId } = opened(await mother.pay(residentId))
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  return orderNumber
}

test('by its birth certificate a child is registered, paid for and covered from birth', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said } = newChild()
  const { member } = replyOf(await mother.register(said))
  expect(member).toMatchObject({ name: said.name, maskedId: expect.stringMatching(/^X629\*{4}/) as string })
  const orderNumber = await paid(mother, member.residentId)
  const receipt = replyOf(await mother.ask(Receipt, { orderNumber }))
  expect(receipt.people).toMatchObject([{ residentId: member.residentId, fen: 40000 }])
  const enrollment = await world.store.get('enrollments', `${member.residentId}-2031`)
  expect(enrollment?.fields).toMatchObject({ coverageFrom: ['2030-11-01'], withdrawnAt: null })
})

test('the consent is on record: who, for whom, to which text, and when', async () => {
  const mother = await guardian(world, 'o-mother')
  const { member } = replyOf(await mother.register(newChild().said))
  const sort = { field: 'givenAt', order: 'ascending' } as const
  const consents = await world.store.find('consents', { where: { text: 'guardian-1' }, sort, limit: 5 })
  const caller = callerIndex({ ...world.service, caller: { openId: 'o-mother' } })
  expect(consents.documents.map(({ fields }) => fields)).toEqual([
    {
      callerIndex: caller,
      residentId: member.residentId,
      text: 'guardian-1',
      givenAt: expect.stringMatching(/^2030-11-20T/) as string,
      withdrawnAt: null,
    },
  ])
})

test('two guardians, one certificate: one child', async () => {
  const mother = await guardian(world, 'o-mother')
  const father = await guardian(world, 'o-father')
  const { said } = newChild()
  const first = replyOf(await mother.register(said)).member
  const second = replyOf(await father.register({ ...said, name: ` ${said.name} ` })).member
  expect(second.residentId).toBe(first.residentId)
  await paid(mother, first.residentId)
  expect(await father.pay(first.residentId)).toMatchObject({ kind: 'refused', refusal: 'mayNotEnroll' })
})

test('under its ID number the child keeps payment, enrollment and claim, and nobody pays again', async () => {
  const mother = await guardian(world, 'o-mother')
  const father = await guardian(world, 'o-father')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  const orderNumber = await paid(mother, residentId)
  const { member } = replyOf(await mother.ask(GiveIdNumber, { residentId, idNumber }))
  expect(member).toMatchObject({ residentId, maskedId: `6299****${idNumber.slice(-2)}` })

  const years = replyOf(await mother.ask(MyEnrollments, { residentId })).years
  expect(years.find(({ coverageYear }) => coverageYear === 2031)).toMatchObject({ paidFen: 40000 })
  expect(await mother.pay(residentId)).toMatchObject({
    kind: 'done',
    reply: { kind: 'alreadyPaid', orderNumber },
  })
  const byId = { ...said, number: { kind: 'idNumber' as const, text: idNumber } }
  for (const again of [said, byId]) {
    const same = replyOf(await father.register(again)).member
    expect(same.residentId).toBe(residentId)
    expect(await father.pay(residentId)).toMatchObject({ refusal: 'mayNotEnroll' })
  }
  expect(await world.store.get('claims', await claimOf(orderNumber))).toMatchObject({
    fields: { orderNumber },
  })
})

const claimOf = async (orderNumber: string): Promise<string> => {
  const order = await world.store.get<OrderFields>('orders', orderNumber)
  return order?.fields.lines[0]?.claimId ?? ''
}

test('an order that is open while the number changes is settled all the same', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  const { prepayId } = opened(await mother.pay(residentId))
  replyOf(await mother.ask(GiveIdNumber, { residentId, idNumber }))
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  expect((await world.store.get('enrollments', `${residentId}-2031`))?.fields).toMatchObject({
    paidFen: 40000,
    withdrawnAt: null,
  })
})

test('two payments found when the numbers meet: nothing is moved, a person decides', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  await paid(mother, residentId)
  const byId = { ...said, number: { kind: 'idNumber' as const, text: idNumber } }
  const other = replyOf(await mother.register(byId, 'otherside')).member
  await paid(mother, other.residentId)
  expect(await mother.ask(GiveIdNumber, { residentId, idNumber })).toMatchObject({ refusal: 'claimHeld' })
})

test("a number of somebody else, and somebody else's child", async () => {
  const mother = await guardian(world, 'o-mother')
  const stranger = await guardian(world, 'o-stranger')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  const adult = (await world.addPerson({ region: 'lakeside' })).idNumber
  expect(await mother.ask(GiveIdNumber, { residentId, idNumber: adult })).toMatchObject({
    refusal: 'otherChild',
  })
  await world.addPerson({ region: 'lakeside', name: '李小样', idNumber })
  expect(await mother.ask(GiveIdNumber, { residentId, idNumber })).toMatchObject({ refusal: 'otherChild' })
  expect(await stranger.ask(GiveIdNumber, { residentId, idNumber })).toMatchObject({ refusal: 'notFound' })
  expect(await stranger.register({ ...said, name: '李小样' })).toMatchObject({ refusal: 'notRecognised' })
})

test('whoever is no guardian, because the child has two, does not name its ID number', async () => {
  const { said } = newChild()
  const { idNumber } = newChild()
  const named = []
  for (const openId of ['o-mother', 'o-father', 'o-aunt']) {
    const caller = await guardian(world, openId)
    const { residentId, knowsWhy } = replyOf(await caller.register(said)).member
    named.push({ knowsWhy, answer: await caller.ask(GiveIdNumber, { residentId, idNumber }) })
  }
  expect(named).toMatchObject([
    { knowsWhy: true, answer: { refusal: 'otherChild' } },
    { knowsWhy: true, answer: { refusal: 'otherChild' } },
    { knowsWhy: false, answer: { refusal: 'notFound' } },
  ])
})

test('a roster that has brought the child meanwhile: one child, with what the roster knows', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  await paid(mother, residentId)
  const identities = [{ code: 'ruralDibao/2', since: null }]
  await world.addPerson({ region: 'lakeside', name: said.name, idNumber, identities })
  replyOf(await mother.ask(GiveIdNumber, { residentId, idNumber }))
  const named = {
    region: 'lakeside',
    name: said.name,
    idNumber,
    relation: 'child',
    consent: 'person-1',
  } as const
  const found = replyOf(await mother.ask(Identify, { ...named, guardianConsent: 'guardian-1' })).member
  expect(found.residentId).toBe(residentId)
  expect((await world.store.get('residents', residentId))?.fields).toMatchObject({ identities })
})

test('a child whose records are made one while its ID number is given keeps the one that stays', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said, idNumber } = newChild()
  const { residentId } = replyOf(await mother.register(said)).member
  const kept = await world.addPerson({ region: 'lakeside', name: said.name, idNumber })
  const resident = async (id: string) => (await world.store.get<ResidentFields>('residents', id))!
  const plain = world.store
  world.service.store = justBefore(plain, async () => {
    const ports = { ...world.service, store: plain } as unknown as StaffPorts
    const records = { kept: await resident(kept.residentId), gone: await resident(residentId) }
    await plain.transaction((documents) =>
      foldResident(ports, documents, { ...records, actor: 'service' as const }),
    )
  })
  expect(await mother.ask(GiveIdNumber, { residentId, idNumber })).toMatchObject({ refusal: 'notTemporary' })
  expect(isNobodys(await resident(kept.residentId))).toBe(false)
  const found = await recogniseResident(world.service, 'lakeside', said.name, idNumber)
  expect(found?.id).toBe(kept.residentId)
})

test('a guardian registers so many children a day; one that was not recognised counts as none', async () => {
  const mother = await guardian(world, 'o-mother')
  const father = await guardian(world, 'o-father')
  const { said } = newChild()
  replyOf(await mother.register(said))
  expect(await mother.register({ ...said, name: '李小样' })).toMatchObject({ refusal: 'notRecognised' })
  const { atMost } = world.service.settings.limits.newbornsPerCaller
  for (let count = 1; count < atMost; count += 1) replyOf(await mother.register(newChild().said))
  expect(await mother.register(newChild().said)).toEqual({ kind: 'refused', refusal: 'tooMany' })
  replyOf(await father.register(newChild().said))
  world.later(24 * 60)
  replyOf(await mother.register(newChild().said))
})

test('a child of a roster that was taken back is registered like any other', async () => {
  const bureau = await world.staff('bureau', { region: 'lakeside', imports: ['population'] })
  const steps = importSteps(bureau)
  const { said, idNumber } = newChild()
  const name = '王小样'
  const { importId } = await steps.tried('population', population([['东样镇', idNumber, '', name]]))
  expect((await steps.commit(importId)).counts.added).toBe(1)
  await steps.undo(importId)
  const mother = await guardian(world, 'o-mother')
  const { member } = replyOf(
    await mother.register({ ...said, name, number: { kind: 'idNumber', text: idNumber } }),
  )
  await paid(mother, member.residentId)
  expect((await world.store.get('enrollments', `${member.residentId}-2031`))?.fields).toMatchObject({
    withdrawnAt: null,
  })
})

test('registering in time is not enough: past the limit the payment is refused, and the page says so', async () => {
  const mother = await guardian(world, 'o-mother')
  const { residentId } = replyOf(await mother.register(newChild().said)).member
  world.setClock('2031-02-01', '12:00')
  const answers = { otherCover: 'none' as const }
  const owed = replyOf(await mother.ask(WhatIOwe, { residentId, coverageYear: 2031, answers }))
  expect(owed.assessment?.decision).not.toBe('mayEnroll')
  expect(await mother.pay(residentId)).toMatchObject({ kind: 'refused', refusal: 'mayNotEnroll' })
  expect(await mother.register(newChild().said)).toMatchObject({ refusal: 'notNewborn' })
})

test('who may be registered here, and who not', async () => {
  const mother = await guardian(world, 'o-mother')
  const { said, idNumber } = newChild()
  const byId = { kind: 'idNumber' as const, text: idNumber }
  const certificate = (text: string) => ({ ...said, number: { kind: 'birthCertificate' as const, text } })
  expect(await mother.register(said, 'counterside')).toMatchObject({ refusal: 'payElsewhere' })
  expect(await mother.register(said, 'bookside')).toMatchObject({ refusal: 'householdRegisterNeeded' })
  expect(await mother.register({ ...said, number: byId }, 'bookside')).toMatchObject({ kind: 'done' })
  expect(await mother.register(said, 'nowhere')).toMatchObject({ refusal: 'noPolicy' })
  expect(await mother.register(certificate('629990001'))).toMatchObject({ refusal: 'certificateLength' })
  expect(await mother.register(certificate('1629990001'))).toMatchObject({ refusal: 'certificateForm' })
  expect(await mother.register({ ...said, born: '2030-11-31' })).toMatchObject({ refusal: 'birthDay' })
  expect(await mother.register({ ...said, born: '2030-11-21' })).toMatchObject({ refusal: 'birthDay' })
  expect(await mother.register({ ...said, born: '2030-11-02', number: byId })).toMatchObject({
    refusal: 'otherBirth',
  })
  const stranger = world.as('o-nobody')
  expect(
    await stranger(RegisterNewborn, {
      region: 'lakeside',
      coverageYear: 2031,
      child: newChild().said,
      guardianConsent: 'guardian-1',
    }),
  ).toMatchObject({ refusal: 'guardianUnknown' })
})
