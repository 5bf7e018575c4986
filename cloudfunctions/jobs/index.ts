/** Entry of the timer. It takes nothing from its event, so imitating one does nothing but follow open orders early. */
import { connectCloud } from '../_wiring/connectCloud'
import { followOpenOrders } from './followOpenOrders'

export async function main() {
  const service = await connectCloud()
  return service.kind === 'outage' ? service : followOpenOrders(service.ports)
}
