/** Whatever the county, the order of the parts and the moment of a kill: the same findings, as many as a count by hand says. */
import fc from 'fast-check'
import '../../propertySeed'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import { matchOf } from '../../../cloudfunctions/_match/matchRecord'
import { walkMatch } from '../../../cloudfunctions/_match/walkMatch'
import { walkPart } from '../../../cloudfunctions/_match/walkPart'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { partitions } from '../../../cloudfunctions/_residents/partition'
import { BeginMatch } from '../../../shared/contracts/staffMatch'
import { replyOf } from '../world/startWorld'
import { dyingStore } from './dyingStore'
import { matchWorld, type MatchWorld, type Somebody } from './matchWorld'
import { matched } from './steps'

/** 山丹2023 五(一), by hand. */
const yuanBy: Readonly<Record<string, number>> = {
  extremePoverty: 380,
  'ruralDibao/1': 310,
  'ruralDibao/4': 250,
  dibaoMargin: 100,
  liftedOutOfPoverty: 100,
  'disability/1': 0,
}
const fee = 380
const on = '2023-11-30'

interface Invented {
  code: string | null
  since: string
  /** Null: has not paid. */
  paidOn: string | null
  usedBefore: string | null
  employee: boolean
}

const day = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map(
      (n) =>
        `2023-${String(9 + Math.floor(n / 30)).padStart(2, '0')}-${String(1 + (n % 30)).padStart(2, '0')}`,
    )

const person: fc.Arbitrary<Invented> = fc.record({
  code: fc.option(fc.constantFrom(...Object.keys(yuanBy))),
  since: day(0, 89),
  paidOn: fc.option(day(0, 80)),
  usedBefore: fc.option(fc.constantFrom('ruralDibao/1', 'liftedOutOfPoverty')),
  employee: fc.nat(9).map((n) => n === 0),
})

const somebody = ({ code, since, paidOn, usedBefore, employee }: Invented): Somebody => ({
  identities: code === null ? [] : [{ code, since }],
  otherCover: employee ? 'employee' : null,
  ...(paidOn === null
    ? {}
    : {
        paid:
          usedBefore === null
            ? { on: paidOn, yuan: fee }
            : { on: paidOn, yuan: fee - (yuanBy[usedBefore] ?? 0), as: usedBefore },
      }),
})

/** What is to be found of somebody, written down without the rules: the kind and the yuan. */
function byHand({ code, since, paidOn, usedBefore, employee }: Invented): string | undefined {
  const yuan = code === null || since > on ? 0 : (yuanBy[code] ?? 0)
  if (paidOn === null)
    return code === 'extremePoverty' && since <= on && !employee ? 'onBehalf 380' : undefined
  if (employee) return 'employeeInsured'
  if (usedBefore === null) {
    if (yuan === 0) return undefined
    return since > paidOn ? `supplement ${yuan}` : 'paidTooMuch'
  }
  // Who was on a roster when paying, and paid more than with it: 特困 pays nothing.
  const asked = since <= paidOn ? fee - yuan : fee
  if (yuan > 0 && since <= paidOn && fee - (yuanBy[usedBefore] ?? 0) > asked) return 'paidTooMuch'
  if (yuan === 0) return 'lost'
  return code === usedBefore ? undefined : 'changed'
}

async function settle(world: MatchWorld, people: readonly Invented[]): Promise<Map<string, string>> {
  const expected = new Map<string, string>()
  for (const invented of people) {
    const { id } = await world.add(somebody(invented))
    const hand = byHand(invented)
    if (hand !== undefined) expected.set(id, hand)
  }
  return expected
}

/** Everything a match wrote, without its revisions. */
async function foundIn(store: Pick<Store, 'find'>): Promise<Record<string, unknown>[]> {
  const { documents } = await store.find('matchFindings', {
    where: {},
    sort: { field: 'place', order: 'ascending' },
    limit: 500,
  })
  return documents.map(({ id, fields }) => ({ id, ...fields }))
}

const runs = { numRuns: 8 }
const county = fc.array(person, { minLength: 5, maxLength: 30 })

test('as many findings, and as much money, as a count by hand', async () => {
  await fc.assert(
    fc.asyncProperty(county, async (people) => {
      const world = matchWorld('shandan', 2024, on)
      const expected = await settle(world, people)
      const match = await matched(world, '2023-11')
      const found = new Map(
        (await foundIn(world.store)).map(({ residentId, kind, fen }) => [
          residentId as string,
          fen === null ? (kind as string) : `${kind as string} ${Number(fen) / 100}`,
        ]),
      )
      expect([...found].sort()).toEqual([...expected].sort())
      const total = Object.values(match.queues).reduce((sum, queue) => sum + queue.found, 0)
      expect([match.people, total]).toEqual([people.length, expected.size])
      world.store.close()
    }),
    runs,
  )
})

test('in any order, twice, by two at once, and killed anywhere: the same findings', async () => {
  await fc.assert(
    fc.asyncProperty(
      county,
      fc.shuffledSubarray([...partitions], { minLength: partitions.length }),
      fc.array(fc.nat(150), { maxLength: 4 }),
      async (people, order, kills) => {
        const world = matchWorld('shandan', 2024, on)
        await settle(world, people)
        const asked = { coverageYear: 2024, month: '2023-11' }
        const { matchId } = replyOf(await world.as('bureau')(BeginMatch, asked))
        const other = await copyOf(world.store, matchId)
        await matched(world, '2023-11')

        const ports = { ...world.ports, store: other }
        const match = await matchOf(other, matchId)
        const table = world.ports.policies.inForce('shandan', 2024)?.table
        if (!match || !table) throw new Error('not begun')
        for (const after of kills)
          await walkMatch(
            { ...ports, store: dyingStore(other, after) },
            matchId,
            'service',
            () => true,
          ).catch(({ message }: Error) => expect(message).toBe('killed'))
        for (const partition of order.slice(0, 9)) await walkPart(ports, table, match, partition)
        await Promise.all([1, 2].map(() => walkMatch(ports, matchId, 'service', () => true)))

        expect(await foundIn(other)).toEqual(await foundIn(world.store))
        const [one, same] = [await matchOf(other, matchId), await matchOf(world.store, matchId)]
        expect({ ...one?.fields, startedAt: '' }).toEqual({ ...same?.fields, startedAt: '' })
        expect(one?.fields.state).toBe('done')
        world.store.close()
        other.close()
      },
    ),
    runs,
  )
})

async function copyOf(store: Store, matchId: string) {
  const copy = openSqliteStore(':memory:', localIndexes)
  for (const [collection, field] of [
    ['residents', 'partition'],
    ['enrollments', 'partition'],
    ['matches', 'month'],
  ] as const) {
    const { documents } = await store.find(collection, {
      where: {},
      sort: { field, order: 'ascending' },
      limit: 500,
    })
    await copy.insertMany(collection, documents)
  }
  if (!(await matchOf(copy, matchId))) throw new Error('not copied')
  return copy
}
