import type { PaymentInvocation } from '../_ports/payments'
import type { Ports } from '../_ports/ports'
import { closeOrder } from './closeOrder'
import { followOrder } from './followOrder'
import { isTooLateToOpen, moveOrder, standingOrder, type Order } from './orderRecord'

export type OpenedOrder =
  | { kind: 'opened'; order: Order; invocation: PaymentInvocation }
  | { kind: 'paid'; order: Order }
  /** Nobody can pay this number any more. */
  | { kind: 'closed'; order: Order }
  /** WeChat gave no answer to rely on: ask again about the same number. */
  | { kind: 'unknown' }

/**
 * Opens an order at WeChat, or takes it up again: the same number always asks for the same payment. The payer gets
 * something to pay with only after the order stands as `prepaid`.
 */
export async function openOrder(ports: Ports, order: Order, title: string): Promise<OpenedOrder> {
  if (isTooLateToOpen(order, ports.clock.now())) return outcomeOf(await closeOrder(ports, order))
  const opened = await ports.payments.open({
    orderNumber: order.id,
    fen: order.fields.fen,
    title,
    payerOpenId: ports.caller.openId,
    expiresAt: order.fields.expiresAt,
  })
  switch (opened.kind) {
    case 'opened': {
      const standing = await markPrepaid(ports, order)
      return standing.fields.state === 'prepaid'
        ? { kind: 'opened', order: standing, invocation: opened.invocation }
        : outcomeOf(standing)
    }
    case 'alreadyPaid':
      return outcomeOf(await followOrder(ports, order))
    case 'refused':
      ports.log.alarm({ event: 'paymentRefused', orderNumber: order.id, code: opened.code })
      return outcomeOf(await closeOrder(ports, order))
    case 'unknown':
      return { kind: 'unknown' }
  }
}

/** Somebody may have begun to close it meanwhile: then it stays as it is. */
function markPrepaid(ports: Ports, order: Order): Promise<Order> {
  return ports.store.transaction(async (documents) => {
    const standing = await standingOrder(documents, order.id)
    return standing.fields.state === 'created' ? moveOrder(documents, standing, 'opened') : standing
  })
}

function outcomeOf(order: Order): OpenedOrder {
  if (order.fields.state === 'paid') return { kind: 'paid', order }
  return order.fields.state === 'closed' || order.fields.state === 'late'
    ? { kind: 'closed', order }
    : { kind: 'unknown' }
}
