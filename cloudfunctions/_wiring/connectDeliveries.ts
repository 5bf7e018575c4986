import { httpsDeliveries, type Receiver } from '../_adapters/deliveries/httpsDeliveries'
import type { Deliveries } from '../_ports/deliveries'
import type { ServicePorts } from '../_ports/ports'
import { deliverySecrets } from './paymentSecrets'

/** The receiving departments, from their sealed document. Without it nobody receives the day, and the alarms say so. */
export async function connectDeliveries({ store, cipher }: ServicePorts): Promise<Deliveries> {
  const { collection, id, context } = deliverySecrets
  const secret = await store.get<{ sealed: string }>(collection, id)
  return httpsDeliveries(secret ? (JSON.parse(cipher.open(secret.fields.sealed, context)) as Receiver[]) : [])
}
