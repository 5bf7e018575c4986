/** 撤回: all of a batch or nothing, and nothing while something depends on it. */
import { UndoImport } from '../../../shared/contracts/undoImport'
import { startWorld, type World } from '../world/startWorld'
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
