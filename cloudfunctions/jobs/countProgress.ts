/** 数进度: every county once a day for the coverage year it is collecting, in the morning, some parts in a round of the jobs. */
import { beginRound, countOn } from '../_progress/countOn'
import { roundOf, type Round } from '../_progress/progressRecord'
import { currentPolicy } from '../_policies/currentPolicy'
import { errorLine } from '../_ports/errorLine'
import type { PolicyInForce } from '../_ports/policies'
import type { JobPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'

/** How many counties are counted up to today. One that fails raises an alarm and does not stop the others. */
export async function countProgress(ports: JobPorts): Promise<{ counted: number }> {
  const { clock, policies, schedule, log } = ports
  const counts = { counted: 0 }
  const until = Date.parse(clock.now()) + schedule.progressSeconds * 1000
  const goOn = (): boolean => Date.parse(clock.now()) < until
  for (const region of new Set(policies.all().map((policy) => policy.region))) {
    const policy = currentPolicy(policies, region, clock.today())
    if (!policy || !goOn()) continue
    try {
      const round = await count(ports, policy, goOn)
      if (round.fields.finishedAt !== null) counts.counted += 1
    } catch (thrown) {
      log.alarm({ event: 'progressNotCounted', region, ...errorLine(thrown) })
    }
  }
  return counts
}

async function count(ports: JobPorts, policy: PolicyInForce, goOn: () => boolean): Promise<Round> {
  const standing = await roundOf(ports.store, policy)
  if (standing && standing.fields.finishedAt !== null && !isDue(ports, standing)) return standing
  return countOn(ports, policy, await beginRound(ports, policy), goOn)
}

/** Once the day's time has come; also where the clock was set back, as it may be on a machine for trying. */
function isDue({ clock, schedule }: JobPorts, { fields: { begunAt } }: Round): boolean {
  const now = clock.now()
  const from = instantAt(clock.today(), schedule.progressFrom)
  return begunAt > now || (begunAt < from && from <= now)
}
