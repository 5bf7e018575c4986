/**
 * Closes an unpaid order: WeChat first, and only on WeChat's own word are its people free for another order.
 * Whoever calls again, or the poller, finishes what an answer that never came left open.
 */
import { noteEvent } from '../_audit/noteEvent'
import type { ServicePorts } from '../_ports/ports'
import { followOrder } from './followOrder'
import { moveOrder, releaseClaim, standingOrder, type Order } from './orderRecord'

/** The order as it stands afterwards: `closed`, `paid` (the payer was faster), or still `closing` (no answer). */
export async function closeOrder(ports: ServicePorts, order: Order): Promise<Order> {
  const closing = await beginClosing(ports, order)
  if (closing.fields.state !== 'closing') return closing
  const answer = await ports.payments.close(order.id)
  if (answer === 'closed') return finishClosing(ports, closing)
  return answer === 'paid' ? followOrder(ports, closing) : closing
}

function beginClosing(ports: ServicePorts, order: Order): Promise<Order> {
  return ports.store.transaction(async (documents) => {
    const standing = await standingOrder(documents, order.id)
    const open = standing.fields.state === 'created' || standing.fields.state === 'prepaid'
    return open ? moveOrder(documents, standing, 'givenUp') : standing
  })
}

/** A callback may have been faster: then the order is paid, and stays so. */
function finishClosing(ports: ServicePorts, order: Order): Promise<Order> {
  return ports.store.transaction(async (documents) => {
    const standing = await standingOrder(documents, order.id)
    if (standing.fields.state !== 'closing') return standing
    for (const { claimId } of standing.fields.lines) await releaseClaim(documents, claimId, order.id)
    await noteEvent(documents, `closed-${order.id}`, {
      actor: 'wechat',
      action: 'orderClosed',
      object: `orders/${order.id}`,
      at: ports.clock.now(),
      details: {},
    })
    return moveOrder(documents, standing, 'closedByWechat')
  })
}
