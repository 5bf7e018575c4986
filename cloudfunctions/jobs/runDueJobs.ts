/**
 * 定时任务: one round of everything the clock calls for. Each job looks for itself what is due, by the clock and by what the
 * database says; the event that woke us says nothing. A job that fails raises an alarm and does not stop the others.
 */
import { checkChainOn } from '../_audit/checkChainOn'
import { linkEvents } from '../_audit/linkEvents'
import { clearForms } from '../_forms/clearForms'
import { errorLine } from '../_ports/errorLine'
import type { JobPorts } from '../_ports/ports'
import { balanceDays } from './balanceDays'
import { clearImports } from './clearImports'
import { continueMatches } from './continueMatches'
import { countProgress } from './countProgress'
import { findDuplicates } from './findDuplicates'
import { followOpenOrders } from './followOpenOrders'
import { followRefunds } from './followRefunds'
import { moveProofs } from './moveProofs'
import { sendReminders } from './sendReminders'
import { tallyIdentities } from './tallyIdentities'

interface Job {
  name: string
  run(ports: JobPorts): Promise<unknown>
}

/** In the order in which one may need what another has found. */
const jobs: readonly Job[] = [
  {
    name: 'followOpenOrders',
    run: (ports) =>
      followOpenOrders(ports, { seconds: ports.schedule.followSeconds, atOnce: ports.schedule.atOnce }),
  },
  {
    name: 'followRefunds',
    run: (ports) =>
      followRefunds(ports, { seconds: ports.schedule.refundSeconds, atOnce: ports.schedule.atOnce }),
  },
  { name: 'balanceDays', run: balanceDays },
  { name: 'sendReminders', run: sendReminders },
  { name: 'moveProofs', run: moveProofs },
  { name: 'clearForms', run: clearForms },
  { name: 'clearImports', run: clearImports },
  { name: 'linkEvents', run: linkEvents },
  { name: 'checkChainOn', run: checkChainOn },
]

/** What walks a whole county: nobody waits for it, so it comes last. */
const countyJobs: readonly Job[] = [
  { name: 'tallyIdentities', run: tallyIdentities },
  { name: 'findDuplicates', run: findDuplicates },
  { name: 'continueMatches', run: continueMatches },
  { name: 'countProgress', run: countProgress },
]

/** Everything the clock calls for. */
export const allJobs: readonly Job[] = [...jobs, ...countyJobs]

/** What each job answered; a job that failed is not in it. */
export async function runDueJobs(ports: JobPorts, due = jobs): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const { name, run } of due) {
    try {
      answers[name] = await run(ports)
    } catch (thrown) {
      ports.log.alarm({ event: 'jobFailed', job: name, ...errorLine(thrown) })
    }
  }
  return answers
}
