/**
 * Closes an unpaid order: WeChat first, and only on WeChat's own word is the person free for another order.
 * Whoever calls again, or the poller, finishes what an answer that never came left open.
 */
import type { ServicePorts } from '../_ports/ports'
import { followOrder } from './followOrder'
import { moveOrder, type ClaimFields, type Order, type OrderFields } from './orderRecord'

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
    const standing = await documents.get<OrderFields>('orders', order.id)
    if (!standing) throw new Error(`no order ${order.id}`)
    const open = standing.fields.state === 'created' || standing.fields.state === 'prepaid'
    return open ? moveOrder(documents, order.id, 'closing') : standing
  })
}

/** A callback may have been faster: then the order is paid, and stays so. */
function finishClosing(ports: ServicePorts, order: Order): Promise<Order> {
  return ports.store.transaction(async (documents) => {
    const standing = await documents.get<OrderFields>('orders', order.id)
    if (standing && standing.fields.state !== 'closing') return standing
    const closed = await moveOrder(documents, order.id, 'closed')
    const claim = await documents.get<ClaimFields>('claims', order.fields.claimId)
    if (claim?.fields.orderNumber === order.id)
      await documents.replace('claims', claim.id, claim.revision, { orderNumber: null })
    return closed
  })
}
