import type { Ports } from '../_ports/ports'
import { claimIdOf, holdingOrder } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'
import { callerIndex } from '../_residents/family'
import type { Resident } from '../_residents/residentRecord'

/** The order that holds this person and year, where the caller made it. */
export async function ownOrder(ports: Ports, resident: Resident, coverageYear: number) {
  const order = await holdingOrder(ports, claimIdOf(ports.cipher, resident.idNumber, coverageYear))
  if (order?.fields.callerIndex !== callerIndex(ports)) return undefined
  return { orderNumber: order.id, state: publicState[order.fields.state] }
}
