/** Entry of the timer. It takes nothing from its event, so imitating one does nothing but start a round early. */
import { connectCloud } from '../_wiring/connectCloud'
import { connectDeliveries } from '../_wiring/connectDeliveries'
import { connectReminders } from '../_wiring/connectReminders'
import schedule from '../_wiring/schedule.json'
import { allJobs, runDueJobs } from './runDueJobs'

export async function main() {
  const service = await connectCloud()
  if (service.kind === 'outage') return service
  const deliveries = await connectDeliveries(service.ports)
  const reminders = await connectReminders(service.ports)
  return runDueJobs({ ...service.ports, deliveries, schedule, reminders }, allJobs)
}
