/** The days after the scene: WeChat's bills, what they tell, and the files for the departments. */
import { noReminders } from '../../../cloudfunctions/_wiring/noReminders'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { runDueJobs } from '../../../cloudfunctions/jobs/runDueJobs'
import type { World } from './world'

const hourMs = 3600_000
/** When the timer of the day's jobs comes, hours after midnight in Shanghai; the real one comes every two minutes. */
const rounds = [0.2, 10.1, 12.5, 15.05, 15.3, 15.6, 20]

/** One round of every job; the timer's next one is minutes later than the longest a round may take, so two never meet. */
export function runRound(world: World): void {
  if (world.roundRuns) return
  world.roundRuns = true
  void world
    .invoke('all jobs', (ports) => runDueJobs({ ...ports, schedule, reminders: noReminders }))
    .then(() => (world.roundRuns = false))
}

/** Has every job run some times on each of so many days from tomorrow on. */
export async function liveThroughDays(world: World, days: number): Promise<void> {
  const { scheduler } = world
  const midnight = Math.ceil((scheduler.now + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs - 8 * hourMs
  for (let day = 0; day < days; day++)
    for (const hour of rounds)
      scheduler.after(midnight + (24 * day + hour) * hourMs - scheduler.now, () => {
        runRound(world)
      })
  await scheduler.run()
}

/** The service was there before anybody paid. */
export async function beginFirstDay(world: World): Promise<void> {
  world.wechat.writesBills = true
  runRound(world)
  await world.scheduler.run()
}
