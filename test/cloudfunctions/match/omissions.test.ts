/**
 * 不在名单了 by a roster that leaves somebody out: whatever rosters came in, in whatever order, undone, killed and gone on with, the
 * findings are those of a count by hand over what was sent.
 */
import fc from 'fast-check'
import '../../propertySeed'
import { foundNow, rostersAround, standingOf } from '../../../cloudfunctions/_match/foundNow'
import { matchOf } from '../../../cloudfunctions/_match/matchRecord'
import { walkMatch } from '../../../cloudfunctions/_match/walkMatch'
import { walkPart } from '../../../cloudfunctions/_match/walkPart'
import { partitions } from '../../../cloudfunctions/_residents/partition'
import { type RosterLists } from '../../../shared/contracts/imports'
import { BeginMatch } from '../../../shared/contracts/staffMatch'
import { replyOf } from '../world/startWorld'
import { dyingStore } from './dyingStore'
import { matchWorld } from './matchWorld'
import { matched } from './steps'
import { type Expected, expectedOf, shown, afterMatch, findingsOf, on } from './countByHand'
import {
  groups,
  type Group,
  type Kind,
  type Row,
  type Step,
  people,
  askWith,
  take,
  county,
  roster,
  everybody,
} from './rosterSteps'

const who = fc.nat(people - 1)
const group = fc.constantFrom(...(Object.keys(groups) as Group[]))
const row: fc.Arbitrary<Row> = fc.record({
  who,
  group,
  wrong: fc.option(fc.constantFrom('name', 'number', 'stranger', 'word'), { freq: 3 }),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('roster' as const),
      kind: fc.constantFrom<Kind>('civilAffairs', 'civilAffairs', 'ruralRevitalisation'),
      lists: fc.constantFrom<RosterLists>('everybody', 'everybody', 'additions'),
      rows: fc.array(row, { minLength: 1, maxLength: people + 1 }),
      kills: fc.array(fc.nat(12), { maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), who, group }) },
)

interface Walk {
  steps: readonly Step[]
  /** What comes after the match, before anybody decides. */
  afterwards?: readonly Step[]
  order?: readonly string[]
  kills?: readonly number[]
}

/** Takes the steps, matches, and looks again after what came afterwards: each time the same as by hand. Answers what was found. */
async function walked({ steps, afterwards = [], order = [], kills = [] }: Walk): Promise<Expected[]> {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const persons = await county(world)
  const sent = await take(world, persons, steps)
  world.setDay(on)
  const { matchId } = replyOf(await askWith(world)(BeginMatch, { coverageYear: 2024, month: '2023-11' }))
  const match = await matchOf(world.store, matchId)
  const table = world.ports.policies.inForce('shandan', 2024)?.table
  if (!match || !table) throw new Error('not begun')
  for (const after of kills)
    await walkMatch(
      { ...world.ports, store: dyingStore(world.store, after) },
      matchId,
      'service',
      () => true,
    ).catch(({ message }: Error) => expect(message).toBe('killed'))
  for (const partition of order) await walkPart(world.ports, table, match, partition)
  await matched(world, '2023-11')

  const found = await findingsOf(world)
  const expected = await expectedOf(world, persons, sent)
  expect(new Map(found.map(({ fields }) => [fields.residentId, shown(fields)]))).toEqual(expected)

  const later = await take(world, persons, afterwards, sent, afterMatch)
  const seen = new Map(found.map(({ fields }) => [fields.residentId, fields.before]))
  const now = await expectedOf(world, persons, later, seen)
  for (const finding of found) {
    const standing = await standingOf(world.ports, world.store, finding)
    if (!standing) throw new Error('nobody')
    const listed = await rostersAround(world.store, match, finding.fields.residentId)
    const looked = await foundNow(world.ports, world.store, match, finding, standing, listed)
    expect(typeof looked === 'object' ? shown(looked) : looked).toEqual(now.get(finding.fields.residentId))
  }
  world.store.close()
  return [...expected.values()]
}

test('whatever was taken in, corrected and taken back, killed anywhere, walked in any order: as a count by hand says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        steps: fc.array(step, { minLength: 1, maxLength: 7 }),
        afterwards: fc.array(step, { maxLength: 2 }),
        order: fc.shuffledSubarray([...partitions], { minLength: 9, maxLength: 9 }),
        kills: fc.array(fc.nat(40), { maxLength: 2 }),
      }),
      async (walk) => void (await walked(walk)),
    ),
    { numRuns: 20 },
  )
})

/** What was found of whom a roster leaves out; who used a subsidy and was never listed is lost without one. */
const leftOut = (found: readonly Expected[]): string[] =>
  found.flatMap(({ kind, by }) => (by.length > 0 ? [kind] : []))

const first = everybody(0, 1, 3)

test.each<[string, Walk, string[]]>([
  ['a whole roster that leaves one out', { steps: [first, everybody(0, 1)] }, ['lost']],
  ['only new names', { steps: [first, roster('additions', 4)] }, []],
  [
    'left out, and named again by what came later',
    { steps: [first, everybody(0, 1), roster('additions', 3)] },
    [],
  ],
  ['left out, and the roster taken back', { steps: [first, everybody(0, 1), { do: 'undo', which: 1 }] }, []],
  [
    'left out, and what came later taken back',
    { steps: [first, everybody(0, 1), roster('additions', 3), { do: 'undo', which: 2 }] },
    ['lost'],
  ],
  [
    'corrected before the roster',
    { steps: [{ do: 'correct', who: 3, group: '农村低保四类' }, everybody(0, 1)] },
    ['lost'],
  ],
  [
    'corrected after the roster',
    { steps: [everybody(0, 1), { do: 'correct', who: 3, group: '农村低保四类' }] },
    [],
  ],
])('%s', async (_what, walk, lost) => {
  const found = await walked(walk)
  expect(leftOut(found)).toEqual(lost)
})

test.each(['name', 'number', 'stranger', 'word'] as const)(
  'a row whose %s is wrong is not taken, and whoever it names is not left out',
  async (wrong) => {
    const row: Row = { who: 3, group: '农村低保一类', wrong }
    const rejecting: Step = { do: 'roster', kind: 'civilAffairs', lists: 'everybody', kills: [], rows: [row] }
    const found = await walked({ steps: [everybody(3), rejecting] })
    expect(leftOut(found)).toEqual([])
  },
)
