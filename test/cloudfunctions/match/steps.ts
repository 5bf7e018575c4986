import type { FindingOpened, FindingQueue, FindingShown, MatchShown } from '../../../shared/contracts/match'
import { BeginMatch, ContinueMatch, ListFindings, OpenFinding } from '../../../shared/contracts/staffMatch'
import { replyOf } from '../world/startWorld'
import type { MatchWorld } from './matchWorld'

/** Begins a month's match as the bureau does, and asks until it is done. */
export async function matched(world: MatchWorld, month: string): Promise<MatchShown> {
  const bureau = world.as('bureau')
  const { coverageYear } = world
  const { matchId } = replyOf(await bureau(BeginMatch, { coverageYear, month }))
  for (;;) {
    const match = replyOf(await bureau(ContinueMatch, { matchId }))
    if (match.state === 'done') return match
  }
}

/** Everybody of a queue who still waits. */
export async function waiting(
  world: MatchWorld,
  matchId: string,
  queue: FindingQueue,
): Promise<FindingShown[]> {
  const found: FindingShown[] = []
  let cursor: string | undefined
  do {
    const asked = { matchId, queue, open: true, ...(cursor === undefined ? {} : { cursor }) }
    const page = replyOf(await world.as('bureau')(ListFindings, asked))
    found.push(...page.findings)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** The one finding of somebody, opened; undefined where the match found nothing. */
export async function foundOf(
  world: MatchWorld,
  matchId: string,
  residentId: string,
): Promise<FindingOpened | undefined> {
  const outcome = await world.as('bureau')(OpenFinding, { findingId: `${matchId}-${residentId}` })
  return outcome.kind === 'done' ? outcome.reply : undefined
}
