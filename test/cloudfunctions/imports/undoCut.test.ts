/** Undoing goes on from where it was stopped: whatever is cut or taken twice, everybody is as before the import, or nobody was touched. */
import fc from 'fast-check'
import '../../propertySeed'
import { contactOf, openContact } from '../../../cloudfunctions/_residents/contactRecord'
import { sourcesOf } from '../../../cloudfunctions/_residents/sourceRecord'
import { takenIn } from '../../../cloudfunctions/_imports/rosterStanding'
import { OpenImport } from '../../../shared/contracts/openImport'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { dyingStore } from '../match/dyingStore'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'
import { knownIn, many, region } from './rosterFiles'

let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: ['population', 'civilAffairs'] })
})
afterEach(() => world.stop())

type People = ReturnType<typeof many>

const register = (people: People, village: (at: number) => string) =>
  makeWorkbook([
    ['乡镇', '行政村', '户编号', '姓名', '身份证号码', '家庭住址', '联系电话'],
    ...people.map(({ name, idNumber }, at) => [
      '样例镇',
      village(at),
      String(at >> 1),
      name,
      idNumber,
      `${village(at)}${at}号`,
      at % 3 === 0 ? '' : 19900000000 + at,
    ]),
  ])

/** What is known of everybody, who said it, and which rosters stand. */
async function everythingSaid(people: People) {
  const known = knownIn(world)
  const said = []
  for (const { idNumber } of people) {
    const one = await known(idNumber)
    if (!one) {
      said.push(null)
      continue
    }
    const { id } = one
    said.push({
      id,
      facts: { ...one.fields, sealedPerson: '' },
      contact: openContact(world.service.cipher, await contactOf(world.store, id)),
      sources: Object.fromEntries(
        ((await sourcesOf(world.store, id))?.said ?? []).flatMap(({ parts, ref, row }) =>
          parts.map((part) => [part, [ref, row]]),
        ),
      ),
    })
  }
  return { said, rosters: await takenIn(world.store, region) }
}

/** Asks with a service that is killed at the so-manieth thing it writes. */
async function cutAfter(parts: number, ask: () => Promise<unknown>): Promise<void> {
  world.service.store = dyingStore(world.store, parts)
  await ask().catch(({ message }: Error) => expect(message).toContain('outage'))
  world.service.store = world.store
}

const eventsOf = async (importId: string): Promise<unknown[]> => {
  const { documents } = await world.store.find('auditEvents', {
    where: { object: `imports/${importId}` },
    sort: { field: 'at', order: 'ascending' },
    limit: 50,
  })
  return documents.map(({ fields }) => fields.action)
}

/** Fifty who are known and seventy who are not, and a register that moves those and brings these, over two chunks. */
async function moved() {
  const people = many(120)
  const steps = importSteps(bureau)
  const first = await steps.tried(
    'population',
    register(people.slice(0, 50), () => '甲村'),
  )
  await steps.commit(first.importId)
  return { people, steps, file: register(people, (at) => (at % 4 === 0 ? '甲村' : '乙村')) }
}

test('wherever writing and taking back are cut, everybody is as before, and it was taken back once', async () => {
  const { people, steps, file } = await moved()
  const before = await everythingSaid(people)
  const kills = fc.array(fc.nat(14), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(kills, kills, async (whileWritten, whileUndone) => {
      const { importId } = await steps.tried('population', file)
      for (const parts of whileWritten) await cutAfter(parts, () => steps.commit(importId))
      await steps.commit(importId)
      expect(await everythingSaid(people)).not.toEqual(before)
      for (const parts of whileUndone) await cutAfter(parts, () => steps.undo(importId))
      await steps.undo(importId)
      expect(await everythingSaid(people)).toEqual(before)
      const events = await eventsOf(importId)
      for (const once of ['importUndoAsked', 'importUndoBegun', 'importUndoDone'])
        expect(events.filter((event) => event === once)).toHaveLength(1)
    }),
    { numRuns: 6 },
  )
})

test.each([1, 3])(
  'cut after %i parts in every call, it comes to its end and says how far it is',
  async (parts) => {
    const { people, steps, file } = await moved()
    const before = await everythingSaid(people)
    const { importId } = await steps.tried('population', file)
    await steps.commit(importId)
    const stood: string[] = []
    for (let calls = 0; calls < 40 && stood.at(-1) !== 'undone'; calls += 1) {
      await cutAfter(parts, () => bureau(UndoImport, { importId }))
      const { state, doneRows, rows } = replyOf(await bureau(OpenImport, { importId })).import
      expect(doneRows).toBeLessThanOrEqual(rows)
      stood.push(state === 'undone' ? state : `${state} ${doneRows}`)
    }
    expect(new Set(stood).size).toBe(stood.length)
    expect(stood.at(-1)).toBe('undone')
    expect(await everythingSaid(people)).toEqual(before)
  },
)

test('what depends on it is counted once wherever the check is cut, and nothing was taken back', async () => {
  const { people, steps, file } = await moved()
  const { importId } = await steps.tried('population', file)
  await steps.commit(importId)
  const standing = await everythingSaid(people)
  const { cipher } = world.service
  for (const at of [60, 90, 119])
    await world.store.insert('claims', `${cipher.index('claim', people[at]?.idNumber ?? '')}-2031`, {
      orderNumber: null,
      enrolledIn: region,
    })
  const refused = {
    kind: 'refused',
    refusal: 'dependedOn',
    details: { changed: 0, paid: 3, closed: 0 },
  }
  for (const parts of [0, 1, 2]) await cutAfter(parts, () => bureau(UndoImport, { importId }))
  expect(await bureau(UndoImport, { importId })).toEqual(refused)
  // Whoever comes back to it reads why; asked once more, it is checked anew.
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({
    state: 'committed',
    dependents: refused.details,
  })
  expect(await Promise.all([1, 2, 3].map(() => bureau(UndoImport, { importId })))).toEqual(
    Array(3).fill(refused),
  )
  expect(await everythingSaid(people)).toEqual(standing)
})

test('an order that was made while the rows were being written depends on them', async () => {
  const { people, steps, file } = await moved()
  const { importId } = await steps.tried('population', file)
  await cutAfter(4, () => steps.commit(importId))
  const orderNumber = 'ORDER0000000000000001'
  const claimId = `${world.service.cipher.index('claim', people[1]?.idNumber ?? '')}-2031`
  await world.store.insert('claims', claimId, { orderNumber, enrolledIn: null })
  await world.store.insert('orders', orderNumber, { region, createdAt: world.service.clock.now() })
  world.later(1)
  await steps.commit(importId)
  expect(await bureau(UndoImport, { importId })).toMatchObject({ details: { changed: 0, paid: 1 } })
})

test('two who take it back at once take it back once', async () => {
  const { people, steps, file } = await moved()
  const before = await everythingSaid(people)
  const { importId } = await steps.tried('population', file)
  await steps.commit(importId)
  const other = await world.staff('bureau', { region, imports: ['population'] })
  await cutAfter(5, () => bureau(UndoImport, { importId }))
  await Promise.all([bureau, other, bureau, other].map((ask) => ask(UndoImport, { importId })))
  expect((await steps.undo(importId)).dependents).toEqual({ changed: 0, paid: 0, closed: 0 })
  expect(await everythingSaid(people)).toEqual(before)
})

test('what begins to depend on it after it was checked stays as it is and is told; the others are taken back', async () => {
  const { people, steps, file } = await moved()
  const { importId } = await steps.tried('population', file)
  await steps.commit(importId)
  // Asked, two chunks checked, fifteen rows taken back.
  await cutAfter(4, () => bureau(UndoImport, { importId }))
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({
    state: 'undoing',
    doneRows: 15,
  })
  const [enrolled, changed] = [people[110], people[111]]
  if (!enrolled || !changed) throw new Error('nobody')
  const known = knownIn(world)
  await world.store.insert('claims', `${world.service.cipher.index('claim', enrolled.idNumber)}-2031`, {
    orderNumber: null,
    enrolledIn: region,
  })
  const someone = await known(changed.idNumber)
  if (!someone) throw new Error('nobody')
  await world.store.replace('residents', someone.id, someone.revision, { ...someone.fields, village: '丙村' })
  const { state, dependents } = await steps.undo(importId)
  expect({ state, dependents }).toEqual({ state: 'undone', dependents: { changed: 1, paid: 1, closed: 0 } })
  expect(await known(enrolled.idNumber)).toMatchObject({ fields: { village: '乙村' } })
  expect(await known(changed.idNumber)).toMatchObject({ fields: { village: '丙村' } })
  expect(await known(people[112]?.idNumber ?? '')).toBeUndefined()
})

test('nothing is concluded from a roster any more once its first row is taken back', async () => {
  const people = many(20)
  const persons = await Promise.all(people.map((person) => world.addPerson(person)))
  const steps = importSteps(bureau)
  const rows = persons.map(({ name, idNumber }) => [name, idNumber, '孤儿'])
  const { importId } = await steps.tried(
    'civilAffairs',
    makeWorkbook([['姓名', '身份证号码', '人员类别'], ...rows]),
  )
  await steps.commit(importId, 'everybody')
  expect(await takenIn(world.store, region)).toHaveLength(1)
  // Asked, and not yet checked.
  await cutAfter(1, () => bureau(UndoImport, { importId }))
  expect(await takenIn(world.store, region)).toHaveLength(1)
  await cutAfter(1, () => bureau(UndoImport, { importId }))
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({
    state: 'undoing',
    doneRows: 0,
  })
  expect(await takenIn(world.store, region)).toEqual([])
  await steps.undo(importId)
})
