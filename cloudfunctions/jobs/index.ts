/** Entry of the timer. It takes nothing from its event, so imitating one does nothing but start a round early. */
import { connectCloud } from '../_wiring/connectCloud'
import schedule from '../_wiring/schedule.json'
import { runDueJobs } from './runDueJobs'

export async function main() {
  const service = await connectCloud()
  return service.kind === 'outage' ? service : runDueJobs({ ...service.ports, schedule })
}
