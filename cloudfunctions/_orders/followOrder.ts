import type { ServicePorts } from '../_ports/ports'
import { orderOf, type Order } from './orderRecord'
import { settleOrder } from './settleOrder'

/** Asks WeChat about an order that is not settled, and records a payment it did not know of. */
export async function followOrder(ports: ServicePorts, order: Order): Promise<Order> {
  const state = await ports.payments.query(order.id)
  if (state.kind !== 'paid') return order
  const settled = await settleOrder(ports, state.payment, null)
  return settled.kind === 'settled' ? settled.order : ((await orderOf(ports, order.id)) ?? order)
}
