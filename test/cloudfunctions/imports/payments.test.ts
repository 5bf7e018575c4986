/** Lists of counter payments: each row goes the way an entry by hand goes, and the whole batch is taken back while nothing depends on it. */
import { counterPaymentIdOf, counterPaymentOf } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import { townDayIdOf, townDayOf } from '../../../cloudfunctions/_counter/townDayRecord'
import type { EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { dyingStore } from '../match/dyingStore'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { counterClerk } from '../world/counterClerk'
import { opened, payer } from '../world/payer'
import { plainPerson, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'

const region = 'lakeside'
const town = '样例镇'
let world: World
let clerk: Ask
beforeEach(async () => {
  world = await startWorld()
  clerk = await world.staff('clerk', { region, town, imports: ['counterPayments'] })
})
afterEach(() => world.stop())

const headings = ['姓名', '身份证号码', '缴费金额', '缴费日期', '票据号', '缴费渠道']
const list = (rows: readonly (readonly MadeCell[])[]) => makeWorkbook([['柜台缴费明细'], headings, ...rows])
const neighbour = (person: object = {}) => world.addPerson({ region, town, ...person })
const row = (
  { name, idNumber }: { name: string; idNumber: string },
  receipt: string,
  yuan: MadeCell = '400.00',
  channel = '银行网点',
): MadeCell[] => [name, idNumber, yuan, '2030年11月3日', receipt, channel]
const enrollment = async ({ residentId }: { residentId: string }) =>
  (await world.store.get<EnrollmentFields>('enrollments', `${residentId}-2031`))?.fields

test('payments of a list enroll those who paid, once however often it is sent, and are taken back with the batch', async () => {
  const people = [await neighbour(), await neighbour()]
  const steps = importSteps(clerk)
  const file = list([...people.map((person, i) => row(person, `pj-10${i}`)), ['合计', '', '800', '', '', '']])
  const tried = await steps.tried('counterPayments', file)
  expect(tried).toMatchObject({
    counts: { added: 2, changed: 0, same: 0, rejected: 0 },
    statedTotal: 80000,
    countedTotal: 80000,
    totalIn: 'fen',
  })
  expect(await Promise.all(people.map(enrollment))).toEqual([undefined, undefined])
  await steps.commit(tried.importId)
  for (const person of people)
    expect(await enrollment(person)).toMatchObject({ way: 'counter', paidFen: 40000, paidOn: '2030-11-03' })
  expect((await steps.tried('counterPayments', file)).counts).toMatchObject({ added: 0, same: 2 })

  await steps.undo(tried.importId)
  for (const person of people) expect((await enrollment(person))?.withdrawnAt).not.toBeNull()
  const again = await steps.tried('counterPayments', file)
  expect(again.counts).toMatchObject({ added: 2 })
  await steps.commit(again.importId)
})

test('a person or a receipt twice, another sum, who is paying on a phone, and whoever is not of this town come back, each with why', async () => {
  const twice = await neighbour()
  const poor = await neighbour({ identities: [{ code: 'extremePoverty', since: null }] })
  const phone = await payer(world, 'o-1', { region, town })
  opened(await phone.start())
  const rows = [
    row(twice, 'PJ-1'),
    row(twice, 'PJ-2'),
    row(await neighbour(), 'PJ-1'),
    row(await neighbour(), 'PJ-3', 380),
    row(await neighbour(), 'PJ-4', '400元', '托人带的'),
    row(poor, 'PJ-5'),
    row(phone.person, 'PJ-6'),
    row(await world.addPerson({ region, town: '别的镇' }), 'PJ-7'),
    row(plainPerson(), 'PJ-8'),
    row(await neighbour(), '收据'),
    row(await neighbour(), 'PJ-9', '四百'),
  ]
  const steps = importSteps(clerk)
  const { counts, importId } = await steps.tried('counterPayments', list(rows))
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 10 })
  const lines = (await steps.rejects(importId)).split('\r\n').slice(2, -1)
  const told = lines.map((line) => line.split(',').slice(-3))
  const places = ['4B', '5E', '6C', '7F', '8B', '9B', '10B', '11B', '12E', '13C']
  expect(told.map(([place, column]) => `${place}${column}`)).toEqual(places)
  expect(told[6]?.[2]).toBe(told[7]?.[2])
  expect((await steps.commit(importId)).counts).toEqual(counts)
})

test('a receipt of another town, which nobody here can see, is found when it is written: that row is rejected, the others stand', async () => {
  const theirs = counterClerk(world, { town: '别的镇' })
  await theirs.taken(await theirs.neighbour(), { receipt: 'PJ-77' })
  const [first, second] = [await neighbour(), await neighbour()]
  const steps = importSteps(clerk)
  const tried = await steps.tried('counterPayments', list([row(first, 'PJ-77'), row(second, 'PJ-78')]))
  const { counts } = await steps.commit(tried.importId)
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 1 })
  expect((await steps.rejects(tried.importId)).split('\r\n')[2]).toMatch(/3,E,这个票据号已经录过/)
  expect(await enrollment(first)).toBeUndefined()
  expect(await enrollment(second)).toMatchObject({ way: 'counter' })
})

async function closeDay() {
  const dayId = townDayIdOf(world.service.cipher, { region, town }, '2030-11-03')
  const day = await world.store.get('townDays', dayId)
  if (!day) throw new Error('no day')
  await world.store.replace('townDays', dayId, day.revision, { ...day.fields, state: 'closed' })
}

test('nothing is taken back once a payment’s money is asked back, or the town’s day is closed', async () => {
  const [refunded, person] = [await neighbour(), await neighbour()]
  const steps = importSteps(clerk)
  const { importId } = await steps.tried(
    'counterPayments',
    list([row(refunded, 'PJ-8'), row(person, 'PJ-9')]),
  )
  await steps.commit(importId)
  const paymentId = counterPaymentIdOf(world.service.cipher, region, 'PJ-8')
  const payment = await counterPaymentOf(world.store, paymentId)
  if (!payment) throw new Error('no payment')
  const asked = { ...payment.fields, refundNumber: 'R-1' }
  await world.store.replace('counterPayments', paymentId, payment.revision, asked)
  const refused = (changed: number, closed: number) => ({
    kind: 'refused',
    refusal: 'dependedOn',
    details: { changed, paid: 0, closed },
  })
  expect(await clerk(UndoImport, { importId })).toEqual(refused(1, 0))
  await closeDay()
  expect(await clerk(UndoImport, { importId })).toEqual(refused(1, 1))
  for (const one of [refunded, person]) expect((await enrollment(one))?.withdrawnAt).toBeNull()
})

test('a day that is closed while a batch is taken back keeps the payments it was closed with', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => neighbour()))
  const steps = importSteps(clerk)
  const tried = await steps.tried('counterPayments', list(people.map((one, at) => row(one, `PJ-2${at}`))))
  await steps.commit(tried.importId)
  // Asked, checked, fifteen payments taken back.
  world.service.store = dyingStore(world.store, 3)
  await clerk(UndoImport, { importId: tried.importId })
  world.service.store = world.store
  await closeDay()
  const { dependents } = await steps.undo(tried.importId)
  expect(dependents).toEqual({ changed: 0, paid: 0, closed: 5 })
  const standing = await Promise.all(people.map(async (one) => (await enrollment(one))?.withdrawnAt === null))
  expect(standing.filter(Boolean)).toHaveLength(5)
  const day = await townDayOf(world.store, world.service.cipher, { region, town }, '2030-11-03')
  expect(day?.fields).toMatchObject({ payments: 5, fen: 200000 })
})
