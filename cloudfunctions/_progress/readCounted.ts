import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { partitions } from '../_residents/partition'
import { countedTowns } from './countedTowns'
import { roundOf, type Round, type TownFields } from './progressRecord'

/** What was counted last within the caller's reach, and how far a count is that goes on now. */
export interface Counted {
  towns: TownFields[]
  /** Instant, UTC; null: never counted. */
  asOf: string | null
  counting: { done: number; of: number } | null
}

/** The caller's towns as they were counted, and as of when. */
export async function readCounted(
  { store }: Pick<StaffPorts, 'store'>,
  policy: PolicyInForce,
): Promise<Counted> {
  const [round, towns] = [await roundOf(store, policy), await countedTowns(store, policy)]
  return { towns, asOf: asOf(towns, round), counting: round ? countingOf(round) : null }
}

/** While sums are being written, some towns are older than others: it is as of the oldest. */
function asOf(towns: readonly TownFields[], round: Round | undefined): string | null {
  const [oldest] = towns.map((town) => town.asOf).sort()
  return oldest ?? (round && round.fields.finishedAt !== null ? round.fields.begunAt : null)
}

/** How many of the parts are counted; null where no count is under way. */
export const countingOf = ({ fields: { next, finishedAt } }: Round): Counted['counting'] =>
  finishedAt === null ? { done: next, of: partitions.length } : null
