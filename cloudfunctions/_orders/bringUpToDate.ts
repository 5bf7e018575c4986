import type { ServicePorts } from '../_ports/ports'
import { closeOrder } from './closeOrder'
import { followOrder } from './followOrder'
import { isExpired, type Order } from './orderRecord'
import type { OrderState } from './orderStates'

/** Orders WeChat may still have something to say about. */
export const openStates: readonly OrderState[] = ['closing', 'prepaid', 'created']

export const isSettled = (order: Order): boolean => !openStates.includes(order.fields.state)

/** Brings an order as far as WeChat's word allows today: settles what was paid, closes what can be paid no more. */
export async function bringUpToDate(ports: ServicePorts, order: Order): Promise<Order> {
  if (isSettled(order)) return order
  const followed = await followOrder(ports, order)
  if (isSettled(followed)) return followed
  return followed.fields.state === 'closing' || isExpired(followed, ports.clock.now())
    ? closeOrder(ports, followed)
    : followed
}
