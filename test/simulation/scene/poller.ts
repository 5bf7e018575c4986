import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { runDueJobs } from '../../../cloudfunctions/jobs/runDueJobs'
import type { Deliveries } from '../../../cloudfunctions/_ports/deliveries'
import type { World } from './world'

const deliveries: Deliveries = { departmentsOf: () => ['bureau'], deliver: async () => 'received' }

const minuteMs = 60_000

/** The timer of the jobs: every few minutes until `until`, and sometimes it does not come. */
export function poll(world: World, until: number, everyMs = 5 * minuteMs): void {
  const { scheduler, faults } = world
  scheduler.after(everyMs, () => {
    if (scheduler.now > until) return
    if (!faults.chance('pollerMissed', 0.3))
      void world.invoke('jobs', (ports) => runDueJobs({ ...ports, deliveries, schedule }))
    poll(world, until, everyMs)
  })
}
