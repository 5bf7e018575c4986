/** 疑似重复: found by name and birth day, seen within one's own town, and made one without two payments ever standing. */
import { followRefunds } from '../../../cloudfunctions/jobs/followRefunds'
import { findDuplicates } from '../../../cloudfunctions/jobs/findDuplicates'
import { sealContact } from '../../../cloudfunctions/_residents/contactRecord'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { recogniseResident, residentIndexId } from '../../../cloudfunctions/_residents/recogniseResident'
import { residentDocuments } from '../../../cloudfunctions/_residents/residentDocuments'
import { sealPerson, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import { unhurried } from '../../unhurried'
import { DecideDuplicate, ListDuplicates } from '../../../shared/contracts/duplicates'
import { Family } from '../../../shared/contracts/family'
import { Identify } from '../../../shared/contracts/identify'
import { OpenMissing } from '../../../shared/contracts/missing'
import { PersonTimeline } from '../../../shared/contracts/person'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { justBefore } from '../world/justBefore'
import { payerOf } from '../world/payer'
import { paidBy } from '../world/refunds'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const search = () =>
  findDuplicates({ ...world.service, schedule: unhurried, reminders: world.reminders } as JobPorts)
const refused = (refusal: string) => ({ kind: 'refused', refusal })

/** The same name and birth day under another number. */
function twinOf({ name, idNumber }: { name: string; idNumber: string }) {
  const first17 = idNumber.slice(0, 14) + String(Number(idNumber.slice(14, 17)) + 500)
  return { name, idNumber: first17 + checkCharacter(first17) }
}
async function twins(known: object = {}, other: object = {}) {
  const one = await world.addPerson({ region: 'lakeside', town: '东样镇', ...known })
  const two = await world.addPerson({ region: 'lakeside', town: '东样镇', ...twinOf(one), ...other })
  return { one, two }
}
type Ask = Awaited<ReturnType<World['staff']>>
const open = async (ask: Ask) => replyOf(await ask(ListDuplicates, { state: 'open' })).duplicates

test('two records of one name and birth day are found once, and what is decided about them stays decided', async () => {
  const { one, two } = await twins()
  await world.addPerson({ region: 'lakeside' })
  const ask = await world.staff('bureau')
  expect(await search()).toBe(256)
  const [pair] = await open(ask)
  expect(pair?.people.map(({ residentId }) => residentId).sort()).toEqual(
    [one.residentId, two.residentId].sort(),
  )
  const { duplicateId } = pair ?? { duplicateId: '' }
  replyOf(await ask(DecideDuplicate, { duplicateId, decision: 'different', keep: null }))
  world.later(24 * 60)
  await search()
  expect(await open(ask)).toEqual([])
  expect(await ask(DecideDuplicate, { duplicateId, decision: 'same', keep: one.residentId })).toEqual(
    refused('decided'),
  )
})

test('who is made one with another while a phone pays for them is not paid for under the record that is gone', async () => {
  const { one, two } = await twins()
  await search()
  const bureau = await world.staff('bureau')
  const duplicateId = (await open(bureau))[0]?.duplicateId ?? ''
  const { start } = await payerOf(world, 'o-1', two)
  const plain = world.store
  world.service.store = justBefore(plain, async () => {
    world.service.store = plain
    replyOf(await bureau(DecideDuplicate, { duplicateId, decision: 'same', keep: one.residentId }))
  })
  expect(await start()).toEqual(refused('notFound'))
  expect(world.simulator.orders()).toEqual([])
})

test('two who decide at once: one is heard, and the other is told that it is decided', async () => {
  await twins()
  await search()
  const [one, other] = [await world.staff('bureau'), await world.staff('bureau')]
  const duplicateId = (await open(one))[0]?.duplicateId ?? ''
  const outcomes = await Promise.all([
    one(DecideDuplicate, { duplicateId, decision: 'different', keep: null }),
    other(DecideDuplicate, { duplicateId, decision: 'putOff', keep: null }),
    other(DecideDuplicate, { duplicateId, decision: 'different', keep: null }),
  ])
  expect(outcomes.filter(({ kind }) => kind === 'outage')).toEqual([])
  expect(outcomes).toContainEqual(refused('decided'))
})

test('a pair of two towns is there for whoever sees the region; a clerk learns of none of it', async () => {
  const { one } = await twins({}, { town: '西样镇' })
  await twins()
  const clerk = await world.staff('clerk', { town: '东样镇' })
  await search()
  expect(await open(await world.staff('bureau'))).toHaveLength(2)
  const own = await open(clerk)
  expect(own).toHaveLength(1)
  expect(JSON.stringify(own)).not.toContain(one.residentId)
  const [crossing] = (await open(await world.staff('auditor'))).filter(({ people }) =>
    people.some(({ residentId }) => residentId === one.residentId),
  )
  const decide = (duplicateId: string) =>
    clerk(DecideDuplicate, { duplicateId, decision: 'different', keep: null })
  expect(await decide(crossing?.duplicateId ?? '')).toEqual(await decide('no.body'))
  expect(
    await clerk(DecideDuplicate, { duplicateId: own[0]?.duplicateId ?? '', decision: 'same', keep: null }),
  ).toEqual(refused('notAllowed'))
  expect(replyOf(await clerk(ListDuplicates, { state: 'open' })).elsewhere).toBeNull()
})

test('how to reach somebody goes with the record that stays, to the town it is of', async () => {
  const { one, two } = await twins({}, { town: '西样镇' })
  const { cipher } = world.service
  const sealedContact = sealContact(cipher, two.residentId, { phone: '13900000000' })
  await world.store.insert('contacts', two.residentId, { region: 'lakeside', town: '西样镇', sealedContact })
  await search()
  const bureau = await world.staff('bureau')
  const duplicateId = (await open(bureau))[0]?.duplicateId ?? ''
  replyOf(await bureau(DecideDuplicate, { duplicateId, decision: 'same', keep: one.residentId }))
  const clerk = await world.staff('clerk', { town: '东样镇' })
  expect(replyOf(await clerk(OpenMissing, { residentId: one.residentId, coverageYear: 2031 }))).toMatchObject(
    {
      phone: '13900000000',
    },
  )
})

test('whom another region knows too is counted, and no more is said', async () => {
  const person = plainPerson()
  await world.addPerson({ ...person, region: 'lakeside' })
  const there = await world.addPerson({ ...person, region: 'rivertown' })
  await world.addPerson({ region: 'lakeside' })
  await search()
  const reply = replyOf(await (await world.staff('bureau'))(ListDuplicates, { state: 'open' }))
  expect(reply.elsewhere).toMatchObject({ people: 1 })
  expect(JSON.stringify(reply)).not.toContain(there.residentId)
})

test('one person becomes one record: the other number leads nowhere, families follow, and walks pass it over', async () => {
  const { one, two } = await twins()
  const phone = await payerOf(world, 'o-1', two)
  const ask = await world.staff('bureau')
  await search()
  const [{ duplicateId } = { duplicateId: '' }] = await open(ask)
  expect(await ask(DecideDuplicate, { duplicateId, decision: 'same', keep: null })).toEqual(
    refused('keepMissing'),
  )
  replyOf(await ask(DecideDuplicate, { duplicateId, decision: 'same', keep: one.residentId }))
  expect(await recogniseResident(world.service, 'lakeside', two.name, two.idNumber)).toBeUndefined()
  const gone = await world.store.get<ResidentFields>('residents', two.residentId)
  expect(gone?.fields.partition).toBeNull()
  const { members } = replyOf(await phone.ask(Family, {}))
  expect(members.map(({ residentId }) => residentId)).toEqual([one.residentId])
  const { person } = replyOf(await ask(PersonTimeline, { residentId: two.residentId }))
  expect(person.mergedInto).toBe(one.residentId)
  const { timeline } = replyOf(await ask(PersonTimeline, { residentId: one.residentId }))
  expect(timeline.map(({ what }) => what)).toContain('merged')
  expect(await open(ask)).toEqual([])
})

test('whoever was taken for the person under the number that went is so under the one that stays', async () => {
  const { one, two } = await twins()
  await search()
  const phone = world.as('o-1')
  const said = { region: 'lakeside', relation: 'self', consent: 'person-1' } as const
  replyOf(await phone(Identify, { ...said, name: two.name, idNumber: two.idNumber }))
  const bureau = await world.staff('bureau')
  const duplicateId = (await open(bureau))[0]?.duplicateId ?? ''
  replyOf(await bureau(DecideDuplicate, { duplicateId, decision: 'same', keep: one.residentId }))
  const [member] = replyOf(await phone(Family, {})).members
  expect(member).toMatchObject({ residentId: one.residentId, relation: 'self' })
  const again = replyOf(await phone(Identify, { ...said, name: one.name, idNumber: one.idNumber }))
  expect(again.member).toMatchObject({ residentId: one.residentId, relation: 'self' })
})

test('both paid for: the payment that does not stand goes over the refund desks, and only then is there one record', async () => {
  const { one, two } = await twins()
  await paidBy(world, await payerOf(world, 'o-1', one))
  const second = await paidBy(world, await payerOf(world, 'o-2', two))
  const ask = await world.staff('bureau')
  await search()
  const [{ duplicateId } = { duplicateId: '' }] = await open(ask)
  const same = { duplicateId, decision: 'same' as const, keep: one.residentId }
  expect(replyOf(await ask(DecideDuplicate, same)).state).toBe('returning')
  expect(replyOf(await ask(DecideDuplicate, same)).state).toBe('returning')
  const refundNumber = `${second.orderNumber}-0-1`
  replyOf(await (await world.staff('tax'))(AcceptRefund, { refundNumber }))
  // Whoever began it does not decide it as well.
  expect(await ask(ApproveRefund, { refundNumber, way: 'wechat' })).toMatchObject({ refusal: 'actedAlready' })
  replyOf(await (await world.staff('bureau'))(ApproveRefund, { refundNumber, way: 'wechat' }))
  await followRefunds(world.service, { seconds: 5, atOnce: 1 })
  expect(replyOf(await ask(DecideDuplicate, same)).state).toBe('same')
  expect(await world.store.get('enrollments', yearId(one.residentId, 2031))).toMatchObject({
    fields: { withdrawnAt: null },
  })
})

test('the record that would go has the only payment: it is not let go; nor what a roster says is paid, nor while somebody pays', async () => {
  const { one, two } = await twins()
  await paidBy(world, await payerOf(world, 'o-2', two))
  const ask = await world.staff('bureau')
  await search()
  const [{ duplicateId } = { duplicateId: '' }] = await open(ask)
  const keep = (residentId: string) =>
    ask(DecideDuplicate, { duplicateId, decision: 'same', keep: residentId })
  expect(await keep(one.residentId)).toEqual(refused('paidOnOther'))
  const paying = await payerOf(world, 'o-1', one)
  await paying.start()
  expect(await keep(two.residentId)).toEqual(refused('orderOpen'))
})

test('a child’s certificate becomes its ID number, whichever record stays', async () => {
  for (const stays of ['certificate', 'number'] as const) {
    const roster = await world.addPerson({ region: 'lakeside', town: '东样镇' })
    const { cipher } = world.service
    const number = `K${String(stays === 'number' ? 1 : 2).padStart(9, '0')}`
    const made = residentDocuments(cipher, {
      ...plainPerson(),
      region: 'lakeside',
      town: '东样镇',
      name: roster.name,
      idNumber: number,
    })
    const rosterDoc = await world.store.get<ResidentFields>('residents', roster.residentId)
    const born = `${roster.idNumber.slice(6, 10)}-${roster.idNumber.slice(10, 12)}-${roster.idNumber.slice(12, 14)}`
    const sex = Number(roster.idNumber[16]) % 2 === 1 ? ('male' as const) : ('female' as const)
    await world.store.insert('residents', made.resident.id, {
      ...made.resident.fields,
      likeness: rosterDoc?.fields.likeness ?? null,
      sealedPerson: sealPerson(cipher, made.resident.id, roster.name, number, {
        born,
        sex,
        parentInsured: true,
        couldNotEnrollInBirthYear: false,
      }),
    })
    await world.store.insert('residentIndex', made.index.id, made.index.fields)
    await search()
    const ask = await world.staff('bureau')
    const [{ duplicateId } = { duplicateId: '' }] = await open(ask)
    const keep = stays === 'number' ? roster.residentId : made.resident.id
    expect(replyOf(await ask(DecideDuplicate, { duplicateId, decision: 'same', keep })).state).toBe('same')
    for (const one of [roster.idNumber, number])
      expect(await world.store.get('residentIndex', residentIndexId(cipher, 'lakeside', one))).toMatchObject({
        fields: { residentId: keep },
      })
    expect((await recogniseResident(world.service, 'lakeside', roster.name, roster.idNumber))?.id).toBe(keep)
    world.later(24 * 60)
  }
})
