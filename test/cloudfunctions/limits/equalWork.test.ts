/** Whoever tries out ID numbers learns nothing: not from the answer, and not from how much work it made. */
import { Identify } from '../../../shared/contracts/identify'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { startWorld, type World } from '../world/startWorld'
import { watched } from './work'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const absent = (serial: number): string => {
  const first17 = `62999919880808${String(serial).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

/** What one try was answered with, to the byte, and the work it made. */
async function tried(openId: string, region: string, name: string, idNumber: string) {
  const { store, cipher, work } = watched(world.service.store, world.service.cipher)
  const answer = await world.as(openId, { store, cipher })(Identify, {
    region,
    name,
    idNumber,
    relation: 'self',
    consent: 'person-1',
  })
  return { answer: JSON.stringify(answer), work }
}

test('an unknown number, another place, no place and a wrong name make the same work and the same bytes', async () => {
  const person = await world.addPerson()
  const other = await world.addPerson({ region: 'hilltown' })
  const cases: [region: string, name: string, idNumber: string][] = [
    ['rivertown', person.name, absent(1)],
    ['hilltown', person.name, absent(2)],
    ['nowhere', person.name, absent(3)],
    ['rivertown', '王样例子', person.idNumber],
    ['hilltown', person.name, person.idNumber],
    ['hilltown', '王样例子', person.idNumber],
    ['nowhere', person.name, person.idNumber],
    ['rivertown', other.name, other.idNumber],
    ['rivertown', person.name, other.idNumber],
  ]
  const first = await tried('o-0', ...(cases[0] ?? ['', '', '']))
  expect(first.answer).toBe('{"kind":"refused","refusal":"notRecognised"}')
  expect(first.work.filter((step) => step.startsWith('get'))).toEqual([
    'get families',
    'get limits',
    'get limits',
    'get limits',
    'get residentIndex',
    'get residents',
  ])
  expect(first.work.filter((step) => step.startsWith('index'))).toHaveLength(5)
  expect(first.work).not.toContain('open')
  const fresh: unknown[] = []
  for (const [i, each] of cases.entries()) fresh.push(kindOf(await tried(`o-fresh-${i}`, ...each)))
  for (const one of fresh) expect(one).toEqual(kindOf(first))
})

/** The first of a counter inserts it and the next one replaces it, whoever exists: one and the same write here. */
const kindOf = ({ answer, work }: { answer: string; work: string[] }) => ({
  answer,
  work: work.map((step) => step.replace(/^(insert|replace) (\w+).*/, 'write $2')),
})

test('the tenth try at somebody who exists makes the same work as the tenth at nobody', async () => {
  const person = await world.addPerson()
  const work: Record<string, string[][]> = { somebody: [], nobody: [] }
  for (let i = 0; i < 10; i += 1) {
    work.somebody?.push((await tried(`o-a${i}`, 'rivertown', '别人', person.idNumber)).work)
    work.nobody?.push((await tried(`o-b${i}`, 'rivertown', '别人', absent(9))).work)
  }
  const kinds = (all: string[][] | undefined) => all?.map((each) => kindOf({ answer: '', work: each }).work)
  expect(kinds(work.somebody)).toEqual(kinds(work.nobody))
})

test('at the limit of a number it makes no difference either whether somebody has it', async () => {
  const person = await world.addPerson()
  const { atMost } = world.service.settings.limits.missesPerIdNumber
  for (const idNumber of [person.idNumber, absent(10)])
    for (let i = 0; i < atMost; i += 1) await tried(`o-${idNumber}-${i}`, 'rivertown', '别人', idNumber)
  const stopped = await tried('o-next', 'rivertown', person.name, person.idNumber)
  expect(stopped.answer).toBe('{"kind":"refused","refusal":"tooMany"}')
  expect(await tried('o-next', 'rivertown', person.name, absent(10))).toEqual(stopped)
})
