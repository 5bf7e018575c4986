/**
 * 查单、关单: asks WeChat about every order that is still open, oldest first, records what was paid without a callback,
 * and closes what can be paid no more.
 */
import { bringUpToDate, isSettled, openStates } from '../_orders/bringUpToDate'
import type { OrderFields } from '../_orders/orderRecord'
import { errorLine } from '../_ports/errorLine'
import type { ServicePorts } from '../_ports/ports'

const pageSize = 100

/** How many orders were looked at, and how many of them ended. An order that fails does not stop the others. */
export async function followOpenOrders(ports: ServicePorts): Promise<{ looked: number; ended: number }> {
  const counts = { looked: 0, ended: 0 }
  for (const state of openStates) {
    const page = await ports.store.find<OrderFields>('orders', {
      where: { state },
      sort: { field: 'createdAt', order: 'ascending' },
      limit: pageSize,
    })
    for (const order of page.documents) {
      counts.looked += 1
      try {
        if (isSettled(await bringUpToDate(ports, order))) counts.ended += 1
      } catch (thrown) {
        ports.log.alarm({ event: 'orderNotFollowed', orderNumber: order.id, ...errorLine(thrown) })
      }
    }
  }
  if (counts.looked > 0) ports.log.info({ event: 'openOrdersFollowed', ...counts })
  return counts
}
