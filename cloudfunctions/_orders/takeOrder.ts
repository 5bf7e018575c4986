import type { ServicePorts } from '../_ports/ports'
import type { ClaimFields, Order, OrderFields } from './orderRecord'

export type TakenOrder =
  | { kind: 'taken'; order: Order }
  /** Another order holds this person and coverage year. */
  | { kind: 'held'; orderNumber: string }
  /** The number stands already, for another request. */
  | { kind: 'keyReused' }

/** Makes an order and takes its claim, both or neither. The same number for the same request is the same order. */
export function takeOrder(
  ports: ServicePorts,
  orderNumber: string,
  fields: OrderFields,
): Promise<TakenOrder> {
  return ports.store.transaction(async (documents): Promise<TakenOrder> => {
    const standing = await documents.get<OrderFields>('orders', orderNumber)
    if (standing)
      return standing.fields.requestIndex === fields.requestIndex
        ? { kind: 'taken', order: standing }
        : { kind: 'keyReused' }
    const claim = await documents.get<ClaimFields>('claims', fields.claimId)
    if (claim?.fields.orderNumber) return { kind: 'held', orderNumber: claim.fields.orderNumber }
    if (claim) await documents.replace('claims', fields.claimId, claim.revision, { orderNumber })
    else await documents.insert('claims', fields.claimId, { orderNumber })
    await documents.insert('orders', orderNumber, fields)
    return { kind: 'taken', order: { id: orderNumber, revision: 1, fields } }
  })
}
