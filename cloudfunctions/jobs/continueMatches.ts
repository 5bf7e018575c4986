/**
 * 每月比对: walks on with what the bureau has begun and nobody looks at any more. It begins none: which rosters belong to a month, the
 * bureau knows.
 */
import type { MatchState } from '../../shared/contracts/match'
import type { MatchFields } from '../_match/matchRecord'
import { walkMatch } from '../_match/walkMatch'
import { errorLine } from '../_ports/errorLine'
import type { JobPorts } from '../_ports/ports'

const underWay: readonly MatchState[] = ['begun', 'walked']
const mostAtOnce = 20

/** How many matches are done now. One that fails raises an alarm and does not stop the others. */
export async function continueMatches(ports: JobPorts): Promise<{ done: number }> {
  const { clock, store, schedule, log } = ports
  const counts = { done: 0 }
  const until = Date.parse(clock.now()) + schedule.matchSeconds * 1000
  const goOn = (): boolean => Date.parse(clock.now()) < until
  for (const state of underWay) {
    const { documents } = await store.find<MatchFields>('matches', {
      where: { state },
      sort: { field: 'startedAt', order: 'ascending' },
      limit: mostAtOnce,
    })
    for (const { id } of documents) {
      if (!goOn()) return counts
      try {
        const match = await walkMatch(ports, id, 'service', goOn)
        if (match?.fields.state === 'done') counts.done += 1
      } catch (thrown) {
        log.alarm({ event: 'matchNotWalked', match: id, ...errorLine(thrown) })
      }
    }
  }
  return counts
}
