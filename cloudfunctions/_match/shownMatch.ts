import { findingQueue, type FindingQueue, type MatchShown } from '../../shared/contracts/match'
import type { Store } from '../_ports/store'
import { partitions } from '../_residents/partition'
import type { Match } from './matchRecord'
import { partsOf, sumOf } from './partRecord'

/** A match as the staff see it; while it goes on, as far as it has come. */
export async function shownMatch(store: Pick<Store, 'find'>, match: Match): Promise<MatchShown> {
  const { state, coverageYear, month, on, rosters, decided, doneAt } = match.fields
  const parts = state === 'done' ? undefined : await partsOf(store, match)
  const { people, concerned, unsettled, found } = parts ? sumOf(parts) : match.fields
  return {
    matchId: match.id,
    coverageYear,
    month,
    state,
    on,
    rosters,
    parts: partitions.length,
    doneParts: parts?.length ?? partitions.length,
    people,
    concerned,
    queues: Object.fromEntries(
      findingQueue.options.map((queue) => [queue, { found: found[queue], decided: decided[queue] }]),
    ) as Record<FindingQueue, { found: number; decided: number }>,
    unsettled,
    doneAt,
  }
}
