import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { followOpenOrders } from '../../../cloudfunctions/jobs/followOpenOrders'
import { followRefunds } from '../../../cloudfunctions/jobs/followRefunds'
import type { ServicePorts } from '../../../cloudfunctions/_ports/ports'
import { runRound } from './days'
import type { World } from './world'

const minuteMs = 60_000

/** The timer of the jobs: every few minutes until `until`, and sometimes it does not come. */
export function poll(world: World, until: number, everyMs = 5 * minuteMs): void {
  const { scheduler, faults } = world
  scheduler.after(everyMs, () => {
    if (scheduler.now > until) return
    if (!faults.chance('pollerMissed', 0.3)) {
      // Only runs that live through some days need all of a round.
      if (world.wechat.writesBills) runRound(world)
      else void world.invoke('jobs', follow)
    }
    poll(world, until, everyMs)
  })
}

/** What of a round concerns money that is under way. */
async function follow(ports: ServicePorts): Promise<void> {
  const { followSeconds, refundSeconds, atOnce } = schedule
  await followOpenOrders(ports, { seconds: followSeconds, atOnce })
  await followRefunds(ports, { seconds: refundSeconds, atOnce })
}
