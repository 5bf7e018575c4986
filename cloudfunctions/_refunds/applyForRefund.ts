import type { RefundReason } from '../../shared/contracts/refund'
import { changeOrder, standingOrder } from '../_orders/orderRecord'
import type { AuditActor } from '../_ports/audit'
import type { ServicePorts } from '../_ports/ports'
import { beginRefund } from './beginRefund'
import type { Refund } from './refundRecord'

/** What came of an application. */
export type Applied =
  | { kind: 'applied'; refund: Refund }
  /** The line has a refund already, under way or done. */
  | { kind: 'held'; refundNumber: string }

/** Begins an application for one line of a paid order: of two at once, one. Whether one may apply was asked before. */
export function applyForRefund(
  { store, clock }: ServicePorts,
  orderNumber: string,
  line: number,
  { reason, requestedBy }: { reason: RefundReason; requestedBy: AuditActor },
): Promise<Applied> {
  return store.transaction(async (documents): Promise<Applied> => {
    const order = await standingOrder(documents, orderNumber)
    const held = order.fields.lines[line]?.refundNumber ?? null
    if (held !== null) return { kind: 'held', refundNumber: held }
    const { refund, changes } = await beginRefund(documents, order, [line], {
      state: 'requested',
      cause: 'application',
      reason,
      way: null,
      requestedBy,
      at: clock.now(),
    })
    await changeOrder(documents, order, changes)
    return { kind: 'applied', refund }
  })
}
