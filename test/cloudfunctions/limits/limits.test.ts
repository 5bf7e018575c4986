import fc from 'fast-check'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { countAttempt } from '../../../cloudfunctions/_limits/countAttempt'
import { mayStartOrder } from '../../../cloudfunctions/_limits/mayStartOrder'
import type { Limits } from '../../../cloudfunctions/_ports/limits'
import type { Outcome } from '../../../shared/contracts/contract'
import { Identify } from '../../../shared/contracts/identify'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const limit = (change: Partial<Limits>) => Object.assign(world.service.settings.limits, change)
const refusalOf = (outcome: Outcome<typeof Identify>) =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.kind
/** A valid number for each serial below 10,000, which nobody has. */
const probe = (serial: number): string => {
  const first17 = `629999${1950 + Math.floor(serial / 1000)}0808${String(serial % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

test('ten thousand numbers tried by a thousand callers get no further than the limit for all', async () => {
  limit({ missesInAll: { atMost: 96, minutes: 60 }, missesPerCaller: { atMost: 10, minutes: 60 } })
  const person = await world.addPerson()
  const counts = new Map<string, number>()
  for (let from = 0; from < 10_000; from += 50) {
    const serials = Array.from({ length: 50 }, (_, i) => from + i)
    const outcomes = await Promise.all(
      serials.map((serial) =>
        world.as(`o-prober-${serial % 1000}`)(Identify, {
          region: 'rivertown',
          name: person.name,
          idNumber: probe(serial),
          relation: 'other',
          consent: 'person-1',
        }),
      ),
    )
    for (const refusal of outcomes.map(refusalOf)) counts.set(refusal, (counts.get(refusal) ?? 0) + 1)
  }
  expect(counts.get('notRecognised')).toBeLessThanOrEqual(96)
  expect(counts.get('notRecognised')).toBeGreaterThan(80)
  expect(counts.get('tooMany')).toBe(10_000 - (counts.get('notRecognised') ?? 0))
  expect(refusalOf(await world.as('o-prober-7')(Identify, person))).toBe('tooMany')
  world.later(61)
  expect(refusalOf(await world.as('o-prober-7')(Identify, person))).toBe('done')
}, 120_000)

test('one number tried by many callers is limited by itself, and other numbers are not', async () => {
  const [person, other] = [await world.addPerson(), await world.addPerson()]
  const { atMost } = world.service.settings.limits.missesPerIdNumber
  for (let i = 0; i < atMost; i += 1)
    expect(refusalOf(await world.as(`o-${i}`)(Identify, { ...person, name: '别人' }))).toBe('notRecognised')
  expect(refusalOf(await world.as('o-last')(Identify, person))).toBe('tooMany')
  expect(refusalOf(await world.as('o-last')(Identify, other))).toBe('done')
})

test('who is named rightly counts nowhere, also when the hour ends in between', async () => {
  limit({ missesInAll: { atMost: 1, minutes: 60 } })
  for (let i = 0; i < 3; i += 1)
    expect(refusalOf(await world.as(`o-${i}`)(Identify, await world.addPerson()))).toBe('done')
  const attempt = await countAttempt(world.service, [{ id: 'c', limit: { atMost: 2, minutes: 60 } }])
  world.later(60)
  await countAttempt(world.service, [{ id: 'c', limit: { atMost: 2, minutes: 60 } }])
  await attempt?.takeBack()
  expect((await world.store.get('limits', 'c'))?.fields.count).toBe(1)
})

test('a caller starts so many orders an hour, an hour later again, and another caller as many', async () => {
  limit({ ordersPerCaller: { atMost: 3, minutes: 60 } })
  const as = (openId: string) => mayStartOrder({ ...world.service, caller: { openId } })
  expect([await as('o-1'), await as('o-1'), await as('o-1'), await as('o-1')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(await as('o-2')).toBe(true)
  world.later(60)
  expect(await as('o-1')).toBe(true)
})

test('a counter shows neither the number nor the caller it is about', async () => {
  const person = await world.addPerson()
  await world.as('o-secret-openid')(Identify, { ...person, name: '别人' })
  const page = await world.store.find('limits', {
    where: {},
    sort: { field: 'count', order: 'ascending' },
    limit: 10,
  })
  expect(page.documents).toHaveLength(3)
  expect(JSON.stringify(page)).not.toMatch(new RegExp(`${person.idNumber}|o-secret-openid`))
  const { cipher } = world.service
  expect(JSON.stringify(page)).not.toContain(cipher.index('idNumber', person.idNumber))
})

test('whatever comes in whatever order, a window lets through what it may and no more', async () => {
  const steps = fc.array(
    fc.record({
      minutes: fc.nat({ max: 25 }),
      together: fc.integer({ min: 1, max: 6 }),
      right: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (history, atMost) => {
      const store = openSqliteStore(':memory:')
      let now = Date.parse('2030-11-20T04:00:00Z')
      const ports = { store, clock: { now: () => new Date(now).toISOString(), today: () => '2030-11-20' } }
      let model = { window: 0, count: 0 }
      for (const { minutes, together, right } of history) {
        now += minutes * 60_000
        const window = Math.floor(now / 1_800_000)
        if (model.window !== window) model = { window, count: 0 }
        const counter = { id: 'c', limit: { atMost, minutes: 30 } }
        const attempts = await Promise.all(
          Array.from({ length: together }, () => countAttempt(ports, [counter])),
        )
        const allowed = attempts.filter((attempt) => attempt !== undefined)
        expect(allowed).toHaveLength(Math.min(together, atMost - model.count))
        if (right) for (const attempt of allowed) await attempt.takeBack()
        else model.count += allowed.length
      }
      store.close()
    }),
    { numRuns: 40 },
  )
})
