/** 清理导入: what nobody needs any more is emptied after its days, a slice at a time, and what can be taken back still can. */
import { clearImports } from '../../../cloudfunctions/jobs/clearImports'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { CommitImport } from '../../../shared/contracts/commitImport'
import { OpenImport } from '../../../shared/contracts/openImport'
import { RejectedRows } from '../../../shared/contracts/rejectedRows'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'

const region = 'rivertown'
const dayMs = 24 * 60 * 60 * 1000
let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: ['population'] })
})
afterEach(() => world.stop())

const register = (people: readonly { name: string; idNumber: string }[]) =>
  makeWorkbook([
    ['姓名', '身份证号码', '乡镇', '家庭住址'],
    ...people.map(({ name, idNumber }) => [name, idNumber, '样例镇', '甲村1号']),
    ['无名', '1', '样例镇', ''],
  ])
const many = (count: number) => Array.from({ length: count }, () => plainPerson())

/** One round of the job so many days on, with so many seconds for it. */
const round = (days: number, importClearSeconds = schedule.importClearSeconds) => {
  const { clock } = world.service
  const later = new Date(Date.parse(clock.now()) + days * dayMs).toISOString()
  // Time passes with every look at the clock, so that a round of one second ends after a few places.
  let looks = 0
  const passing = {
    ...clock,
    now: () =>
      new Date(Date.parse(later) + (looks += 1) * (importClearSeconds === 1 ? 300 : 0)).toISOString(),
  }
  const ports = { ...world.service, clock: passing, schedule: { ...schedule, importClearSeconds } }
  return clearImports(ports as unknown as JobPorts)
}

/** How many texts are still sealed in what is parked. */
async function sealedIn(collection: string, importId: string): Promise<number> {
  let found = 0
  for (let place = 0; place < 8; place += 1) {
    const id = `${importId}-${String(place).padStart(5, '0')}`
    const stored = await world.store.get<{ sealed: string | null }>(collection, id)
    if (typeof stored?.fields.sealed === 'string') found += 1
  }
  return found
}

test('what was committed loses its rows and its file after the days, and can still be taken back', async () => {
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', register(many(150)))
  await steps.commit(importId)
  expect(await round(schedule.importKeptDays - 1)).toEqual({ cleared: 0 })
  expect(await sealedIn('importRows', importId)).toBe(2)
  expect(await round(schedule.importKeptDays + 1)).toEqual({ cleared: 1 })
  expect([await sealedIn('importRows', importId), await sealedIn('importParts', importId)]).toEqual([0, 0])
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({
    parked: false,
    counts: { added: 150, rejected: 1 },
  })
  expect(await bureau(RejectedRows, { importId, from: 0 })).toMatchObject({ refusal: 'notNow' })
  expect((await steps.undo(importId)).state).toBe('undone')
})

test('what nobody went on with is abandoned and emptied, slice by slice; nobody can go on with it then', async () => {
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', register(many(450)))
  expect(await round(schedule.importKeptDays + 1, 1)).toEqual({ cleared: 0 })
  const left = await sealedIn('importRows', importId)
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(5)
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({ state: 'abandoned' })
  expect(await bureau(CommitImport, { importId })).toMatchObject({ refusal: 'notNow' })
  for (let more = 0; more < 5; more += 1) await round(1, 1)
  expect([await sealedIn('importRows', importId), await sealedIn('importParts', importId)]).toEqual([0, 0])
  expect(await round(90)).toEqual({ cleared: 0 })
})

test('what somebody asked to take back, and did not go on with, is as it was: cleared as what is committed, and taken back all the same', async () => {
  const steps = importSteps(bureau)
  const { importId } = await steps.tried('population', register(many(150)))
  await steps.commit(importId)
  const standing = await world.store.get('imports', importId)
  if (!standing) throw new Error('no import')
  const halfChecked = { state: 'checking', next: 1, place: 0, dependents: { changed: 3, paid: 0, closed: 0 } }
  await world.store.replace('imports', importId, standing.revision, { ...standing.fields, ...halfChecked })
  expect(await round(schedule.importKeptDays + 1)).toEqual({ cleared: 1 })
  expect([await sealedIn('importRows', importId), await sealedIn('importParts', importId)]).toEqual([0, 0])
  expect(replyOf(await bureau(OpenImport, { importId })).import).toMatchObject({
    state: 'committed',
    dependents: { changed: 0, paid: 0, closed: 0 },
    doneRows: 151,
  })
  expect((await steps.undo(importId)).state).toBe('undone')
})

test('what was taken back keeps nothing of anybody, and what is being written is left alone', async () => {
  const steps = importSteps(bureau)
  const [undone, going] = [
    await steps.tried('population', register(many(3))),
    await steps.tried('population', register(many(3))),
  ]
  await steps.commit(undone.importId)
  await steps.undo(undone.importId)
  const standing = await world.store.get('imports', going.importId)
  if (!standing) throw new Error('no import')
  await world.store.replace('imports', going.importId, standing.revision, {
    ...standing.fields,
    state: 'committing',
    next: 0,
    place: 0,
  })
  expect(await round(schedule.importKeptDays + 1)).toEqual({ cleared: 1 })
  const changes = await world.store.get('importChanges', `${undone.importId}-00000`)
  expect(changes?.fields).toEqual({ changes: [], sealedContacts: null })
  expect(await sealedIn('importRows', going.importId)).toBe(1)
  expect((await steps.commit(going.importId)).state).toBe('committed')
})
