/** One seed, one run: a few people who pay at once, everything that can go wrong, and then quiet, in which all must end well. */
import type { OrderFields } from '../../cloudfunctions/_orders/orderRecord'
import { openStates } from '../../cloudfunctions/_orders/bringUpToDate'
import type { RefundFields } from '../../cloudfunctions/_refunds/refundRecord'
import type { Random } from '../bench/randomFrom'
import { RunsForEver } from './engine/scheduler'
import { workInOffices } from './scene/offices'
import { ofDays } from './invariants/ofDays'
import { beginFirstDay, liveThroughDays } from './scene/days'
import { comeToCounters } from './scene/counter'
import { Guardian } from './scene/guardian'
import { callers, people, type Caller } from './scene/people'
import { policies } from './scene/places'
import { poll } from './scene/poller'
import { takeOverFromRoster } from './scene/roster'
import { World } from './scene/world'

export interface RunResult {
  seed: number
  violations: string[]
  /** By kind. */
  faults: ReadonlyMap<string, number>
  payments: number
  refunds: number
  steps: number
}

const minute = 60_000
const hour = 60 * minute

/** Mostly near a midnight, where days, fees and phases change (times in UTC; Asia/Shanghai is eight hours on). */
const beginnings = [
  '2030-11-20T04:00:00Z',
  '2030-12-19T04:00:00Z',
  '2030-12-20T14:50:00Z',
  '2030-12-10T15:30:00Z',
  '2030-12-31T15:20:00Z',
]

const startOf = (random: Random): number =>
  Date.parse(random.pick(beginnings)) + Math.floor(random.next() * 30 * minute)

/** Runs one seed; the same seed and the same code give the same run, step for step. */
export async function simulate(seed: number, trace?: (line: string) => void): Promise<RunResult> {
  const world = new World(seed, startOf, trace)
  const { random, scheduler, faults, books } = world
  const withDays = random.chance(shareWithDays)
  if (withDays) await beginFirstDay(world)
  faults.begin()
  const count = random.pick([1, 2, 3, 3])
  const first = Math.floor(random.next() * callers.length)
  for (let i = 0; i < count; i++) {
    const guardian = new Guardian(world, callers[(first + i) % callers.length] as Caller)
    void guardian.live(3 + Math.floor(random.next() * 5))
  }
  if (faults.chance('noticeAmended', 0.5))
    scheduler.after(random.next() * 40 * minute, () => (world.policies = policies.amended))
  for (const person of people)
    if (faults.chance('rosterArrives', 0.2))
      scheduler.after(random.next() * 40 * minute, () => {
        void world.invoke('roster', (ports) => takeOverFromRoster(ports, person))
      })
  comeToCounters(world, seed)
  poll(world, scheduler.now + hour, random.pick([5, 15]) * minute)
  for (const part of [0.3, 0.5, 0.7, 0.9]) scheduler.after(part * hour, () => workInOffices(world))
  await untilQuiet(world, withDays)
  return {
    seed,
    violations: books.violations,
    faults: faults.struck,
    payments: world.wechat.payments.size,
    refunds: world.wechat.refunds.refunds.size,
    steps: scheduler.steps,
  }
}

/** Each takes an hour or two: enough for a refund to pass every desk. */
const mostRounds = 16

/** Whether anything is under way that is still to end. */
const isBusy = ({ versions }: World): boolean =>
  versions.all('orders').some(({ fields }) => isOpenOrder(fields as OrderFields)) ||
  versions.all('refunds').some(({ fields }) => (fields as RefundFields).desk !== 'none')

const isOpenOrder = ({ state }: OrderFields): boolean => openStates.includes(state)

/** Days cost as much as ten runs without. */
const shareWithDays = 0.05

function checkDays(world: World): void {
  const { books, faults, scheduler, departments, versions, wechat } = world
  const isOdd = faults.struck.has('oddPayment') || faults.struck.has('oddRefund')
  for (const [name, invariant] of Object.entries(ofDays))
    books.check(name, invariant({ departments, versions, wechat, now: scheduler.now, isOdd }))
}

/** Runs to the end of the scene, then on without faults: whatever is stuck then is stuck for ever. */
async function untilQuiet(world: World, withDays: boolean): Promise<void> {
  const { scheduler, faults, books } = world
  try {
    await scheduler.run()
    if (withDays) await liveThroughDays(world, 1)
    world.note('from here on everything works')
    faults.end()
    for (let round = 0; round < mostRounds && isBusy(world); round++) {
      scheduler.after(hour, () => workInOffices(world))
      poll(world, scheduler.now + 2 * hour, hour)
      await scheduler.run()
    }
    if (withDays) await liveThroughDays(world, 2)
    books.close()
    if (withDays) checkDays(world)
  } catch (error) {
    if (!(error instanceof RunsForEver)) throw error
    books.check('everyRunEnds', [error.message])
  }
}
