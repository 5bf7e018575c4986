/** Orders (缴费单) and the claims that let one person and coverage year have only one: `orders/<number>`, `claims/<index>-<year>`. */
import { callerIndex } from '../_residents/family'
import type { Cipher } from '../_ports/cipher'
import type { Ports, ServicePorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { mayMove, type OrderState } from './orderStates'

export type OrderFields = {
  state: OrderState
  callerIndex: string
  /** What was asked with this number's key: the same key with another request is refused. */
  requestIndex: string
  claimId: string
  residentId: string
  region: string
  coverageYear: number
  /** Assessed by the server when the order was made, and frozen with the table's hash. */
  fen: number
  tableHash: string
  identity: string | null
  coverageFrom: string[]
  coverageTo: string[]
  clauses: string[]
  /** Instants, UTC. */
  createdAt: string
  expiresAt: string
  /** Instant, UTC; null until paid. */
  paidAt: string | null
  transactionId: string | null
}

export type Order = Stored<OrderFields>

/** Who holds a person and coverage year; null after WeChat said the order is closed. */
export type ClaimFields = { orderNumber: string | null }

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

/** The order that holds a person and coverage year, whoever made it. */
export async function holdingOrder(ports: ServicePorts, claimId: string): Promise<Order | undefined> {
  const claim = await ports.store.get<ClaimFields>('claims', claimId)
  const number = claim?.fields.orderNumber
  return number ? orderOf(ports, number) : undefined
}

/** True once WeChat takes no more money for it. */
export const isExpired = (order: Order, now: string): boolean => order.fields.expiresAt <= now

/**
 * Moves an order inside a transaction, along the table. An order that is there already is left as it is.
 * @throws Error for an edge that the table does not have: somebody else was faster, or this is a bug.
 */
export async function moveOrder(
  documents: Documents,
  orderNumber: string,
  to: OrderState,
  changes: Partial<OrderFields> = {},
): Promise<Order> {
  const order = await documents.get<OrderFields>('orders', orderNumber)
  if (!order) throw new Error(`no order ${orderNumber}`)
  if (order.fields.state === to) return order
  if (!mayMove(order.fields.state, to))
    throw new Error(`order ${orderNumber}: ${order.fields.state} to ${to}`)
  const fields: OrderFields = { ...order.fields, ...changes, state: to }
  await documents.replace('orders', orderNumber, order.revision, fields)
  return { ...order, revision: order.revision + 1, fields }
}
