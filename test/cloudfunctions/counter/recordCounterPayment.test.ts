/** 录入柜台缴费: what the rules refuse, what others hold, and that a receipt enrolls one person for one year. */
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { claimIdOf } from '../../../cloudfunctions/_orders/orderRecord'
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import { mergeTemporaryIdentity } from '../../../cloudfunctions/_residents/mergeTemporaryIdentity'
import { standingNewborn } from '../../../cloudfunctions/_residents/standingNewborn'
import { readIdNumber } from '../../../shared/identity/idNumber'
import type { PolicyTable } from '../../../shared/policy/table'
import { newChild } from '../newborn/nursery'
import { counterClerk } from '../world/counterClerk'
import { opened, payer } from '../world/payer'
import { all, paid } from '../world/refunds'
import { standInTables } from '../world/standInTables'
import { startWorld, type World } from '../world/startWorld'

let world: World
let clerk: ReturnType<typeof counterClerk>
beforeAll(async () => {
  world = await startWorld()
  world.service.policies = servePolicies(tables())
  clerk = counterClerk(world)
})
afterAll(() => world.stop())

/** `lakeside` says whom it does not take; `knownside` besides gives every sum. */
function tables(): PolicyTable[] {
  const lakeside = standInTables.find(({ region }) => region === 'lakeside') as PolicyTable
  const mayNot = { when: { residence: ['none'] }, enroll: 'mayNot' as const, clause: '三' }
  const narrow: PolicyTable = { ...lakeside, eligibility: [...lakeside.eligibility, mayNot] }
  const knownside: PolicyTable = {
    ...narrow,
    region: 'knownside',
    notice: { ...lakeside.notice, id: 'knownside-2031' },
    subsidies: lakeside.subsidies.filter(({ amount }) => amount !== 'unstated'),
  }
  return [...standInTables.filter((table) => table !== lakeside), narrow, knownside]
}

const enrollmentOf = async (residentId: string) =>
  (await world.store.get('enrollments', `${residentId}-2031`))?.fields

test('what was paid at a counter enrolls somebody, by the rules of the day on which it was paid', async () => {
  const somebody = await clerk.neighbour({ identities: [{ code: 'ruralDibao', since: '2029-01-01' }] })
  const payment = await clerk.taken(somebody, { fen: 13000, paidOn: '2030-11-03', receipt: 'PJ-0100' })
  expect(await enrollmentOf(somebody)).toMatchObject({
    way: 'counter',
    identity: 'ruralDibao',
    paidFen: 13000,
    paidOn: '2030-11-03',
    paidAt: null,
    coverageFrom: ['2031-01-01'],
    coverageTo: ['2031-12-31'],
    orderNumber: null,
    counterPayment: payment.id,
    withdrawnAt: null,
  })
  const noted = await world.store.get('auditEvents', `counter-${payment.id}-1`)
  expect(noted?.fields).toMatchObject({ actor: 'staff:clerk-at-counter', action: 'counterPaymentEntered' })
  expect(await all(world, 'ledger', 'at')).toEqual([])
})

const refused = async (
  person: Parameters<typeof clerk.neighbour>[0],
  said: Parameters<typeof clerk.record>[1],
) => {
  const residentId = await clerk.neighbour(person)
  const outcome = await clerk.record(residentId, said)
  expect(await enrollmentOf(residentId)).toBeUndefined()
  return outcome
}

test.each([
  ['employeeInsured', { otherCover: 'employee' }, {}],
  ['enrolledElsewhere', { otherCover: 'residentElsewhere' }, {}],
  ['residenceNotCovered', { residence: 'none' }, {}],
  ['paidOnBehalf', { identities: [{ code: 'extremePoverty', since: null }] }, {}],
  ['inFuture', {}, { paidOn: '2030-11-21' }],
  ['outsideCollection', {}, { paidOn: '2030-08-31' }],
  ['noPolicy', {}, { coverageYear: 2029 }],
] as const)('%s is refused', async (refusal, person, said) => {
  const known = person as Parameters<typeof clerk.neighbour>[0]
  expect(await refused(known, said)).toMatchObject({ kind: 'refused', refusal })
})

test('a sum that the rules do not give is refused with the one they give; a channel that the notice does not list likewise', async () => {
  expect(await refused({}, { fen: 38000 })).toMatchObject({
    refusal: 'otherSum',
    details: { sums: ['40000'] },
  })
  expect(await refused({}, { channel: 'pos' })).toMatchObject({
    refusal: 'channelNotNamed',
    details: { channels: ['bankCounter'] },
  })
})

test('where facts are missing, any sum that they may come to is taken, and no other', async () => {
  const known = counterClerk(world, { region: 'knownside' })
  const unknown = { identities: null }
  expect(await known.record(await known.neighbour(unknown), { fen: 12345 })).toMatchObject({
    refusal: 'otherSum',
    details: { sums: ['40000', '13000'] },
  })
  const { fields } = await known.taken(await known.neighbour(unknown), { fen: 13000 })
  expect(fields.leftToBureau).toBe(false)
})

test('where the notice does not say the sum, it is taken as it is and left to the bureau', async () => {
  const somebody = await clerk.neighbour({ identities: [{ code: 'disability/2', since: null }] })
  expect((await clerk.taken(somebody, { fen: 12345 })).fields).toMatchObject({
    leftToBureau: true,
    fen: 12345,
  })
})

test('a receipt is one payment: the same again is the same, anything else is refused', async () => {
  const [somebody, other] = [await clerk.neighbour(), await clerk.neighbour()]
  const first = await clerk.taken(somebody, { receipt: 'PJ-0200' })
  expect(await clerk.taken(somebody, { receipt: 'PJ-0200' })).toEqual(first)
  expect(await clerk.record(other, { receipt: 'PJ-0200' })).toMatchObject({ refusal: 'receiptUsed' })
  expect(await clerk.record(somebody, { receipt: 'PJ-0201' })).toMatchObject({ refusal: 'alreadyEnrolled' })
  const far = counterClerk(world, { town: '西样镇', staffId: 'clerk-in-the-west' })
  expect(await far.record(await far.neighbour(), { receipt: 'PJ-0200' })).toMatchObject({
    refusal: 'receiptUsed',
  })
})

test('an order that is open holds the person; one that is paid has enrolled them', async () => {
  const one = await payer(world, 'o-open', { region: 'lakeside', town: clerk.town })
  opened(await one.start())
  expect(await clerk.record(one.residentId)).toMatchObject({ refusal: 'beingPaid' })
  const other = await paid(world, 'o-paid', { town: clerk.town })
  expect(await clerk.record(other.residentId)).toMatchObject({ refusal: 'alreadyEnrolled' })
})

test('who pays or is enrolled in another county is refused, and a phone is refused after a counter', async () => {
  const away = await payer(world, 'o-away', { region: 'brooktown' })
  opened(await away.start())
  const { idNumber, name } = away.person
  const here = await clerk.neighbour({ idNumber, name })
  expect(await clerk.record(here)).toMatchObject({ refusal: 'enrolledElsewhere' })

  const local = await payer(world, 'o-later', { region: 'lakeside', town: clerk.town })
  await clerk.taken(local.residentId)
  expect(await local.start()).toMatchObject({
    refusal: 'mayNotEnroll',
    details: { reasons: ['alreadyEnrolled'] },
  })
  const twin = await payer(world, 'o-twin', { region: 'brooktown', idNumber: local.person.idNumber })
  expect(await twin.start()).toMatchObject({ refusal: 'mayNotEnroll' })
})

test('taken back, person and year are free: for another receipt, a phone, or the same receipt rightly', async () => {
  const somebody = await payer(world, 'o-free', { region: 'lakeside', town: clerk.town })
  const { id } = await clerk.taken(somebody.residentId, { receipt: 'PJ-0300' })
  await clerk.takeBack(id)
  expect((await enrollmentOf(somebody.residentId))?.withdrawnAt).not.toBeNull()
  const claim = claimIdOf(world.service.cipher, somebody.person.idNumber, 2031)
  expect((await world.store.get('claims', claim))?.fields).toEqual({ orderNumber: null, enrolledIn: null })
  opened(await somebody.start())
  const other = await clerk.neighbour()
  expect((await clerk.taken(other, { receipt: 'PJ-0300' })).fields.withdrawn).toMatchObject([
    { residentId: somebody.residentId, reason: 'otherPerson', by: 'clerk-at-counter' },
  ])
})

test('a child is one child by whatever number, and its payment can be taken back after the numbers were merged', async () => {
  const { said, idNumber } = newChild()
  const certificate = { ...said, number: 'T300123456', region: 'lakeside', town: clerk.town }
  const asSomebody = {
    ...world.service,
    caller: { openId: 'o' },
    printer: world.printer,
    reminders: world.reminders,
  }
  const child = await standingNewborn(asSomebody, certificate)
  if (!child) throw new Error('no child')
  const { id } = await clerk.taken(child.id)
  const read = readIdNumber(idNumber, '2031-01-01')
  if (read.kind === 'wrong') throw new Error('wrong number')
  expect(await mergeTemporaryIdentity(world.service, child.id, read.id, 'staff:bureau-1')).toBe('merged')
  const again = await clerk.neighbour({ name: said.name, idNumber, lastCovered: 'never' })
  expect(await clerk.record(again)).toMatchObject({ refusal: 'alreadyEnrolled' })
  await clerk.takeBack(id)
  await clerk.taken(again)
})

test('a closed day takes no more entries: a late one stands in the day on which it is entered', async () => {
  const early = await clerk.taken(await clerk.neighbour(), { paidOn: '2030-11-05' })
  expect(early.fields.bookedOn).toBe('2030-11-05')
  const [day] = (await all<{ date: string }>(world, 'townDays', 'date')).filter(
    ({ fields }) => fields.date === '2030-11-05',
  )
  if (!day) throw new Error('no day')
  await world.store.replace('townDays', day.id, day.revision, { ...day.fields, state: 'closed' })
  const late = await clerk.taken(await clerk.neighbour(), { paidOn: '2030-11-05' })
  expect(late.fields.bookedOn).toBe('2030-11-20')
  expect(await clerk.takeBack(early.id)).toEqual({ kind: 'dayClosed' })
  expect((await world.store.get<CounterPaymentFields>('counterPayments', early.id))?.fields.state).toBe(
    'entered',
  )
})

test('what the bureau takes down is no town’s money', async () => {
  const bureau = counterClerk(world, { town: null, role: 'bureau', staffId: 'bureau-7' })
  const payment = await bureau.taken(await clerk.neighbour())
  expect(payment.fields).toMatchObject({ town: null, bookedOn: null })
})
