import { noteEvent } from '../_audit/noteEvent'
import type { ServicePorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { holdResident } from '../_residents/residentRecord'
import { claimWithoutYear, isHeldAsChild, noteClaimOfChild } from './oneChild'
import { isHeld, type ClaimFields, type Order, type OrderFields } from './orderRecord'

export type TakenOrder =
  | { kind: 'taken'; order: Order }
  /** Somebody on the order is held by another one, or enrolled by a roster: nothing was written. */
  | { kind: 'held' }
  /** A child on the order is held under another number: nothing was written. */
  | { kind: 'heldAsChild' }
  /** A record on the order is nobody's any more: nothing was taken. */
  | { kind: 'nobodys' }
  /** The number stands already, for another request. */
  | { kind: 'keyReused' }

/** Makes an order and takes the claims of everybody on it, all or none. The same number for the same request is the same order. */
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
    const claims = await claimsOf(documents, fields)
    if (claims.some(({ claim }) => claim && isHeld(claim.fields))) return { kind: 'held' }
    const children = childrenOf(fields)
    for (const { childId, claimId } of children)
      if (await isHeldAsChild(documents, childId, claimId)) return { kind: 'heldAsChild' }
    for (const { residentId } of fields.lines)
      if (!(await holdResident(documents, residentId))) return { kind: 'nobodys' }
    for (const { childId, claimId } of children)
      await noteClaimOfChild(documents, childId, claimWithoutYear(claimId))
    for (const { claimId, claim } of claims) {
      const taken: ClaimFields = { orderNumber, enrolledIn: null }
      await putOver(documents, 'claims', claimId, claim, taken)
    }
    await documents.insert('orders', orderNumber, fields)
    await noteEvent(documents, `made-${orderNumber}`, {
      actor: `resident:${fields.callerIndex}`,
      action: 'orderMade',
      object: `orders/${orderNumber}`,
      at: fields.createdAt,
      details: { people: fields.lines.length, fen: fields.fen },
    })
    return { kind: 'taken', order: { id: orderNumber, revision: 1, fields } }
  })
}

async function claimsOf(documents: Documents, { lines }: OrderFields) {
  const claims = []
  for (const { claimId } of lines)
    claims.push({ claimId, claim: await documents.get<ClaimFields>('claims', claimId) })
  return claims
}

const childrenOf = ({ lines }: OrderFields): { childId: string; claimId: string }[] =>
  lines.flatMap(({ childId, claimId }) => (childId === null ? [] : [{ childId, claimId }]))
