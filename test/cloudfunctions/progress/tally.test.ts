/** 数进度: whatever the register holds, in whatever order and however often it is stopped, it equals a count by hand. */
import fc from 'fast-check'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import { standingAt } from '../../../cloudfunctions/_ports/clock'
import type { PolicyInForce } from '../../../cloudfunctions/_ports/policies'
import type { Documents, Fields, Query, Store } from '../../../cloudfunctions/_ports/store'
import { countedTowns } from '../../../cloudfunctions/_progress/countedTowns'
import { beginRound, countOn } from '../../../cloudfunctions/_progress/countOn'
import type { Round, TownFields } from '../../../cloudfunctions/_progress/progressRecord'
import { sumTowns } from '../../../cloudfunctions/_progress/sumTowns'
import { tallyPartition } from '../../../cloudfunctions/_progress/tallyPartition'
import { partitionOf, partitions } from '../../../cloudfunctions/_residents/partition'
import type { PolicyTable } from '../../../shared/policy/table'
import { standInTables } from '../world/standInTables'

const [, plain] = standInTables
if (!plain) throw new Error('no table')
const coverageYear = plain.coverageYear
const table: PolicyTable = {
  ...plain,
  workFund: {
    steps: [
      { doneBy: '2030-11-10', yuanPerHead: 1.2 },
      { doneBy: '2030-12-31', yuanPerHead: 1 },
    ],
    afterwardsYuanPerHead: 0,
    clause: '八',
  },
}
const policy: PolicyInForce = { region: table.region, coverageYear, table, hash: 'h' }

const year = fc.record({
  way: fc.constantFrom('wechat', 'counter', 'roster', 'onBehalf'),
  paidOn: fc.constantFrom('2030-11-01', '2030-11-10', '2030-11-11', '2031-01-01', null),
  /** An instant that is already the next day in Shanghai. */
  paidAt: fc.constantFrom('2030-11-10T16:30:00Z', null),
  withdrawn: fc.boolean(),
})
const person = fc.record({
  town: fc.constantFrom('东样镇', '西样镇', null),
  village: fc.constantFrom('东样村', '西样村', null),
  otherCover: fc.constantFrom('employee', 'residentElsewhere', 'none', null),
  identities: fc.constantFrom(null, [], ['ruralDibao/2'], ['extremePoverty'], ['disability'], ['veteran']),
  lastCovered: fc.constantFrom(coverageYear - 1, coverageYear - 2, 'never', null),
  now: fc.option(year, { nil: undefined }),
  before: fc.option(year, { nil: undefined }),
  note: fc.constantFrom('noted', 'checked', 'withdrawn', undefined),
  /** Of another county, or only the enrollment is here. */
  lives: fc.constantFrom('here', 'here', 'here', 'elsewhere', 'nowhere'),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

async function fill(store: Store, people: readonly Person[]): Promise<void> {
  for (const [serial, one] of people.entries()) {
    const id = `resident-${serial}`
    const region = one.lives === 'elsewhere' ? 'brooktown' : table.region
    const partition = partitionOf(id)
    const { town, village } = one
    if (one.lives !== 'nowhere')
      await store.insert('residents', id, {
        ...{ region, town, village, partition, household: null, otherCover: one.otherCover },
        identities: one.identities?.map((code) => ({ code, since: null })) ?? null,
        lastCovered: one.lastCovered,
      })
    for (const [paid, ofYear] of [
      [one.now, coverageYear],
      [one.before, coverageYear - 1],
    ] as const)
      if (paid) await store.insert('enrollments', `${id}-${ofYear}`, enrollment(id, region, ofYear, paid))
    if (one.note)
      await store.insert('specialNotes', `${id}-${coverageYear}`, {
        ...{ residentId: id, region, town, village, partition, coverageYear, state: one.note },
      })
  }
}

const enrollment = (
  id: string,
  region: string,
  ofYear: number,
  paid: NonNullable<Person['now']>,
): Fields => ({
  residentId: id,
  region,
  partition: partitionOf(id),
  coverageYear: ofYear,
  way: paid.way,
  paidOn: paid.paidOn,
  paidAt: paid.paidAt,
  withdrawnAt: paid.withdrawn ? '2030-11-20T00:00:00Z' : null,
})

/** By hand: each person once, into the words of docs/decisions. */
function byHand(people: readonly Person[]): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {}
  const add = (town: string | null, village: string | null, what: string) => {
    for (const key of [`${town}`, `${town}/${village}`]) {
      const place = (sums[key] ??= {})
      place[what] = (place[what] ?? 0) + 1
    }
  }
  for (const one of people.filter(({ lives }) => lives !== 'elsewhere')) {
    const [town, village] = one.lives === 'nowhere' ? [null, null] : [one.town, one.village]
    const count = (what: string) => add(town, village, what)
    if (one.lives === 'here') count('registered')
    if (one.lives === 'here' && one.otherCover === 'employee') count('employee')
    if (one.now && !one.now.withdrawn) {
      count(one.now.way)
      const day = one.now.paidOn ?? (one.now.paidAt === null ? undefined : '2030-11-11')
      if (day === undefined) count('undated')
      if (day !== undefined && day <= '2030-11-10') count('heads0')
      if (day !== undefined && day <= '2030-12-31') count('heads1')
      continue
    }
    if (one.lives === 'nowhere' || one.otherCover === 'employee') continue
    const wasCovered = (one.before && !one.before.withdrawn) || one.lastCovered === coverageYear - 1
    if (one.note === 'checked') count('exempt')
    else if (one.otherCover === 'residentElsewhere') count('elsewhere')
    else if (one.identities?.some((code) => code !== 'veteran')) count('subsidised')
    else count(wasCovered ? 'lastYear' : 'other')
  }
  return sums
}

/** The sums in the same words, without noughts. */
function inWords(towns: readonly Pick<TownFields, 'town' | 'counts' | 'heads' | 'undated' | 'villages'>[]) {
  const sums: Record<string, Record<string, number>> = {}
  const some = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0))
  for (const { town, counts, heads, undated, villages } of towns) {
    sums[`${town}`] = some({ ...counts, undated, heads0: heads[0] ?? 0, heads1: heads[1] ?? 0 })
    for (const village of villages) sums[`${town}/${village.village}`] = some(village.counts)
  }
  return sums
}

const withoutDays = (sums: ReturnType<typeof byHand>) =>
  Object.fromEntries(
    Object.entries(sums).map(([key, { heads0, heads1, undated, ...rest }]) => [
      key,
      key.includes('/') ? rest : { ...rest, ...defined({ heads0, heads1, undated }) },
    ]),
  )
const defined = (numbers: Record<string, number | undefined>) =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== undefined))

const clock = { now: () => '2030-11-20T01:00:00Z', today: () => '2030-11-20' }
const people = fc.array(person, { maxLength: 40 })

test('the parts in any order come to what a count by hand does', () =>
  fc.assert(
    fc.asyncProperty(
      people,
      fc.shuffledSubarray([...partitions], { minLength: partitions.length }),
      async (all, order) => {
        const store = openSqliteStore(':memory:', localIndexes)
        await fill(store, all)
        const places = []
        for (const part of order) places.push(...(await tallyPartition(store, table, part, [])))
        expect(inWords(sumTowns(places))).toEqual(withoutDays(byHand(all)))
        store.close()
      },
    ),
    { numRuns: 20 },
  ))

/** The store of a process that is killed at some call: whatever comes after it fails. */
function killedAfter(store: Store, calls: number): Store {
  let left = calls
  const live = (): void => {
    if ((left -= 1) < 0) throw new Error('killed')
  }
  return {
    ...store,
    async find<F extends Fields>(collection: string, query: Query) {
      live()
      return store.find<F>(collection, query)
    },
    async transaction<T>(work: (documents: Documents) => Promise<T>) {
      live()
      return store.transaction(work)
    },
  }
}

test('a count that is killed again and again goes on where it stood, and comes to the same', () =>
  fc.assert(
    fc.asyncProperty(
      people,
      fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 8 }),
      async (all, lives) => {
        const store = openSqliteStore(':memory:', localIndexes)
        await fill(store, all)
        const once = (living: Store): Promise<Round> =>
          beginRound({ store: living, clock }, policy).then((round) =>
            countOn({ store: living, clock }, policy, round, () => true),
          )
        for (const calls of lives) await once(killedAfter(store, calls)).catch(() => undefined)
        const round = await once(store)
        expect(round.fields.finishedAt).not.toBeNull()
        expect(inWords(await countedTowns(store, policy))).toEqual(withoutDays(byHand(all)))
        store.close()
      },
    ),
    { numRuns: 25 },
  ))

test('two who count at once write every part once; who moved away leaves an empty town', async () => {
  const store = openSqliteStore(':memory:', localIndexes)
  const here = {
    residentId: 'resident-0',
    region: table.region,
    village: null,
    partition: partitionOf('resident-0'),
  }
  await store.insert('residents', 'resident-0', {
    ...here,
    town: '东样镇',
    otherCover: null,
    identities: null,
  })
  const ports = { store, clock }
  const begun = await beginRound(ports, policy)
  await Promise.all([1, 2].map(() => countOn(ports, policy, begun, () => true)))
  let round = await beginRound(ports, policy)
  while (round.fields.finishedAt === null) round = await countOn(ports, policy, round, () => false)
  expect(round.fields.round).toBe(2)
  await store.replace('residents', 'resident-0', 1, {
    ...here,
    town: '西样镇',
    otherCover: null,
    identities: null,
  })
  await countOn(ports, policy, await beginRound(ports, policy), () => true)
  expect(inWords(await countedTowns(store, policy))).toEqual({
    东样镇: {},
    西样镇: { registered: 1, other: 1 },
    '西样镇/null': { registered: 1, other: 1 },
  })
  store.close()
})

test('whoever still holds a round that was begun anew by somebody else goes on with the new one', async () => {
  const store = openSqliteStore(':memory:', localIndexes)
  let old = await beginRound({ store, clock }, policy)
  while (old.fields.next < partitions.length) old = await countOn({ store, clock }, policy, old, () => false)
  const tomorrow = { store, clock: standingAt('2031-01-16T00:00:00Z') }
  const anew = await countOn(tomorrow, policy, await beginRound(tomorrow, policy), () => false)
  expect(anew.fields).toMatchObject({ round: 2, next: 1 })
  expect((await countOn(tomorrow, policy, old, () => false)).fields).toEqual(anew.fields)
  store.close()
})
