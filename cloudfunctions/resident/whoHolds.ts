import type { Outcome } from '../../shared/contracts/contract'
import type { StartPayment } from '../../shared/contracts/startPayment'
import type { Ports } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { claimIdOf, claimOf, orderOf, type Order } from '../_orders/orderRecord'
import { callerIndex, type FamilyMember } from '../_residents/family'

/**
 * Why no order may be made for this person and year now, or undefined: a roster says they are enrolled, or an order holds
 * them, after bringing that order up to date. Somebody else's order is not named. `asked` are the claims of all who are to
 * be paid for: only an order for just these people says that all of them are paid for.
 */
export async function whoHolds(
  ports: Ports,
  member: FamilyMember,
  coverageYear: number,
  asked: readonly string[],
): Promise<Outcome<typeof StartPayment> | undefined> {
  const { resident } = member
  const residentId = resident.id
  const claimId = claimIdOf(ports.cipher, resident.idNumber, coverageYear)
  const claim = (await claimOf(ports, claimId))?.fields
  if (!claim) return undefined
  if (claim.enrolledIn !== null)
    return refuse('mayNotEnroll', { reasons: reasonsFor(member, claim.enrolledIn), residentId })
  const holding = claim.orderNumber === null ? undefined : await orderOf(ports, claim.orderNumber)
  const order = holding && (await bringUpToDate(ports, holding))
  if (!order || order.fields.state === 'closed' || order.fields.state === 'late') return undefined
  if (order.fields.state !== 'paid')
    return refuse('orderExists', isOwn(ports, order) ? { orderNumber: order.id, residentId } : { residentId })
  const { region } = order.fields
  return isOwn(ports, order) && region === resident.region && isForJust(asked, order)
    ? done({ kind: 'alreadyPaid', orderNumber: order.id })
    : refuse('mayNotEnroll', { reasons: reasonsFor(member, region), residentId })
}

/** Where else somebody is enrolled is theirs to know. */
function reasonsFor({ resident, knowsWhy }: FamilyMember, region: string): string[] {
  if (region === resident.region) return ['alreadyEnrolled']
  return knowsWhy ? ['enrolledElsewhere'] : []
}

const isForJust = (asked: readonly string[], { fields: { lines } }: Order): boolean =>
  lines.length === asked.length && lines.every(({ claimId }) => asked.includes(claimId))

const isOwn = (ports: Ports, order: Order): boolean => order.fields.callerIndex === callerIndex(ports)
