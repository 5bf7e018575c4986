/**
 * Orders (缴费单) and the claims that let one person and coverage year have only one: `orders/<number>`,
 * `claims/<index>-<year>`. An order is one payment for one or several people of one place and year, a line each.
 */
import { callerIndex } from '../_residents/family'
import type { Cipher } from '../_ports/cipher'
import type { Ports, ServicePorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { orderTransitions, type OrderEvent, type OrderState } from './orderStates'

/** What one person's part of an order buys, frozen as assessed when the order was made. */
export type OrderLine = {
  residentId: string
  claimId: string
  /** A newborn, by whatever number; null for everybody else. */
  childId: string | null
  town: string | null
  fen: number
  identity: string | null
  coverageFrom: string[]
  coverageTo: string[]
  clauses: string[]
  /** The refund under way or done; null: none. A rejected one makes room for another. */
  refundNumber: string | null
  /** How many refunds were begun for this line, rejected ones included. */
  refundsBegun: number
  /** Instant, UTC; null until the money is back. */
  refundedAt: string | null
}

export type OrderFields = {
  state: OrderState
  callerIndex: string
  /** What was asked with this number's key: the same key with another request is refused. */
  requestIndex: string
  region: string
  coverageYear: number
  /** The sum of the lines. */
  fen: number
  tableHash: string
  lines: OrderLine[]
  /** Instants, UTC. */
  createdAt: string
  expiresAt: string
  /** Instant, UTC; null until paid. */
  paidAt: string | null
  transactionId: string | null
  /** What refunds have taken hold of, those that have arrived included: never more than was paid. */
  reservedFen: number
  /** What has arrived back. */
  refundedFen: number
}

export type Order = Stored<OrderFields>

/**
 * Who holds a person and coverage year: an order until WeChat says it is closed or its money is back, and the place whose
 * roster, or whose counter payment, says that the person is enrolled there.
 */
export type ClaimFields = {
  orderNumber: string | null
  enrolledIn: string | null
  /** The counter payment that enrolled them; left out where none did. */
  counterPayment?: string
}

/** A person and year that nobody holds. */
export const freeClaim: ClaimFields = { orderNumber: null, enrolledIn: null }

/** No county in it: this is what blocks a double enrollment anywhere. */
export const claimIdOf = (cipher: Cipher, idNumber: string, coverageYear: number): string =>
  `${cipher.index('claim', idNumber)}-${coverageYear}`

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const numberLength = 20

/** 缴费单号 from the caller and the key the client keeps: 20 characters that can be read aloud, the same every time. */
export function orderNumberFor(ports: Ports, key: string): string {
  const index = ports.cipher.index('order', `${callerIndex(ports)}/${key}`)
  const characters = Array.from(
    { length: numberLength },
    (_, i) => alphabet[parseInt(index.slice(i * 2, i * 2 + 2), 16) % alphabet.length],
  )
  return characters.join('')
}

export const orderOf = (
  { store }: Pick<ServicePorts, 'store'>,
  orderNumber: string,
): Promise<Order | undefined> => store.get<OrderFields>('orders', orderNumber)

/** The caller's own order; somebody else's is as absent as one that does not exist. */
export async function orderOfCaller(ports: Ports, orderNumber: string): Promise<Order | undefined> {
  const order = await orderOf(ports, orderNumber)
  return order?.fields.callerIndex === callerIndex(ports) ? order : undefined
}

export const isHeld = ({ orderNumber, enrolledIn }: ClaimFields): boolean =>
  orderNumber !== null || enrolledIn !== null

export const claimOf = ({ store }: Pick<ServicePorts, 'store'>, claimId: string) =>
  store.get<ClaimFields>('claims', claimId)

/** The order that holds a person and coverage year, whoever made it. */
export async function holdingOrder(ports: ServicePorts, claimId: string): Promise<Order | undefined> {
  const number = (await claimOf(ports, claimId))?.fields.orderNumber
  return number ? orderOf(ports, number) : undefined
}

/** Frees a person and year of one order, inside a transaction; another order's claim is left as it is. */
export async function releaseClaim(
  documents: Documents,
  claimId: string,
  orderNumber: string,
): Promise<void> {
  const claim = await documents.get<ClaimFields>('claims', claimId)
  if (claim?.fields.orderNumber !== orderNumber) return
  await documents.replace('claims', claimId, claim.revision, { ...claim.fields, orderNumber: null })
}

/** WeChat gives every order at least a minute, and a request may be on its way for some seconds. */
export const shortestMs = 75_000

/** True where an order that WeChat may not know yet has so little time left that WeChat would let it be paid after its end. */
export const isTooLateToOpen = ({ fields: { state, expiresAt } }: Order, now: string): boolean =>
  state === 'created' && Date.parse(expiresAt) - Date.parse(now) < shortestMs

/** True once WeChat takes no more money for it. */
export const isExpired = (order: Order, now: string): boolean => order.fields.expiresAt <= now

/**
 * Moves an order inside a transaction, along the table.
 * @throws Error for an edge that the table does not have: that is a bug.
 */
export async function moveOrder(
  documents: Documents,
  order: Order,
  event: OrderEvent,
  changes: Partial<OrderFields> = {},
): Promise<Order> {
  const state = stateAfter(orderTransitions, order.fields.state, event)
  if (!state) throw new Error(`order ${order.id}: ${event} in ${order.fields.state}`)
  return changeOrder(documents, order, { ...changes, state })
}

/** Changes an order inside a transaction. */
export async function changeOrder(
  documents: Documents,
  order: Order,
  changes: Partial<OrderFields>,
): Promise<Order> {
  const fields: OrderFields = { ...order.fields, ...changes }
  await documents.replace('orders', order.id, order.revision, fields)
  return { ...order, revision: order.revision + 1, fields }
}

/** An order that must be there. @throws Error where it is not: orders are never removed. */
export async function standingOrder(documents: Documents, orderNumber: string): Promise<Order> {
  const order = await documents.get<OrderFields>('orders', orderNumber)
  if (!order) throw new Error(`no order ${orderNumber}`)
  return order
}
