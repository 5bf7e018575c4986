/** Taking a batch back, and a payment of one of its people, in one moment: one of the two is first, and nobody is enrolled under a record that is nobody's. */
import type { ImportFields } from '../../../cloudfunctions/_imports/importRecord'
import { enrollmentOf } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { isNobodys, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { recogniseResident } from '../../../cloudfunctions/_residents/recogniseResident'
import { EnterCounterPayment } from '../../../shared/contracts/counterPayments'
import { OpenImport } from '../../../shared/contracts/openImport'
import { justBefore } from '../world/justBefore'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps } from './importSteps'
import { many, population } from './rosterFiles'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const region = 'lakeside'
const town = '东样镇'

async function oneAdded() {
  const bureau = await world.staff('bureau', { region, imports: ['population'] })
  const clerk = await world.staff('clerk', { town })
  const steps = importSteps(bureau)
  const [person] = many(1)
  if (!person) throw new Error('nobody')
  const { name, idNumber } = person
  const { importId } = await steps.tried('population', population([[town, idNumber, '', name]]))
  await steps.commit(importId)
  const residentId = (await recogniseResident(world.service, region, name, idNumber))?.id ?? ''
  const paid = { receipt: 'GT-1', fen: 40000, channel: 'bankCounter', paidOn: '2030-11-20', papersSeen: [] }
  const enter = () => clerk(EnterCounterPayment, { residentId, coverageYear: 2031, ...paid })
  const { store } = world
  const standing = async () => ({
    nobodys: isNobodys((await store.get<ResidentFields>('residents', residentId))!),
    enrolled: (await enrollmentOf(world.service, residentId, 2031)) !== undefined,
  })
  return { steps, importId, enter, standing, shown: () => bureau(OpenImport, { importId }) }
}

test('a payment that lands after the batch was checked keeps its row', async () => {
  const { steps, importId, enter, standing, shown } = await oneAdded()
  const { store } = world
  const isTakenBack = async () =>
    (await store.get<ImportFields>('imports', importId))?.fields.state === 'undoing'
  world.service.store = justBefore(store, async () => replyOf(await enter()), isTakenBack)
  await steps.undo(importId)
  expect(await standing()).toEqual({ nobodys: false, enrolled: true })
  expect(replyOf(await shown())).toMatchObject({ import: { dependents: { changed: 1 } } })
})

test('a batch that is taken back while a payment is entered lets nobody be enrolled', async () => {
  const { steps, importId, enter, standing } = await oneAdded()
  const plain = world.store
  const undo = async () => {
    world.service.store = plain
    await steps.undo(importId)
  }
  world.service.store = justBefore(plain, undo)
  expect(await enter()).toEqual({ kind: 'refused', refusal: 'notFound' })
  expect(await standing()).toEqual({ nobodys: true, enrolled: false })
})
