import type { Outcome } from '../../shared/contracts/contract'
import type { StartPayment } from '../../shared/contracts/startPayment'
import type { Ports } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { claimOf, orderOf, type Order } from '../_orders/orderRecord'
import { callerIndex } from '../_residents/family'
import type { Resident } from '../_residents/residentRecord'

/**
 * Why no order may be made for this person and year now, or undefined: a roster says they are enrolled, or an order holds
 * them, after bringing that order up to date. Somebody else's order is not named.
 */
export async function whoHolds(
  ports: Ports,
  claimId: string,
  resident: Resident,
  peopleAsked: number,
): Promise<Outcome<typeof StartPayment> | undefined> {
  const residentId = resident.id
  const claim = (await claimOf(ports, claimId))?.fields
  if (!claim) return undefined
  if (claim.enrolledIn !== null)
    return refuse('mayNotEnroll', { reasons: [reasonIn(claim.enrolledIn, resident)], residentId })
  const holding = claim.orderNumber === null ? undefined : await orderOf(ports, claim.orderNumber)
  const order = holding && (await bringUpToDate(ports, holding))
  if (!order || order.fields.state === 'closed' || order.fields.state === 'late') return undefined
  if (order.fields.state !== 'paid')
    return refuse('orderExists', isOwn(ports, order) ? { orderNumber: order.id, residentId } : { residentId })
  const { region, lines } = order.fields
  return isOwn(ports, order) && region === resident.region && lines.length === peopleAsked
    ? done({ kind: 'alreadyPaid', orderNumber: order.id })
    : refuse('mayNotEnroll', { reasons: [reasonIn(region, resident)], residentId })
}

const reasonIn = (region: string, resident: Resident): string =>
  region === resident.region ? 'alreadyEnrolled' : 'enrolledElsewhere'

const isOwn = (ports: Ports, order: Order): boolean => order.fields.callerIndex === callerIndex(ports)
