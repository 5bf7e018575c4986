import type { EntryFields } from '../../../cloudfunctions/_ledger/ledgerRecord'
import type { ClaimFields, OrderFields, OrderLine } from '../../../cloudfunctions/_orders/orderRecord'
import type { OrderState } from '../../../cloudfunctions/_orders/orderStates'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import type { SettledPayment } from '../../../cloudfunctions/_ports/payments'
import type { CommitInvariant } from './books'
import { dayInShanghai } from './dayInShanghai'
import { refundInvariants } from './refundInvariants'

/** The tables once more, so that a slip in the service's own is no excuse. */
const orderEdges: Record<OrderState, readonly OrderState[]> = {
  // A payment proves that the order was opened, even where nobody heard of it.
  created: ['prepaid', 'closing', 'paid'],
  prepaid: ['paid', 'closing'],
  closing: ['closed', 'paid'],
  closed: ['late'],
  paid: [],
  late: [],
}
/** An order begins as `created`, and moves along its table; what has ended stays so. */
const ordersMoveAlongTheTable: CommitInvariant = ({ id, before, after }) => {
  const [from, to] = [before?.fields.state, after.fields.state] as [OrderState | undefined, OrderState]
  const allowed = from === undefined ? to === 'created' : from === to || orderEdges[from].includes(to)
  return allowed ? undefined : `order ${id} from ${from} to ${to}`
}

/** What an order asks for never changes after it was made, and is the sum of its lines. */
const ordersAreFrozen: CommitInvariant = ({ id, before, after }) => {
  const [old, now] = [before?.fields, after.fields] as [OrderFields | undefined, OrderFields]
  if (now.fen !== now.lines.reduce((sum, line) => sum + line.fen, 0))
    return `order ${id} is not the sum of its lines`
  return !old || frozenPart(old) === frozenPart(now) ? undefined : `order ${id} was changed`
}

const frozenPart = ({ fen, expiresAt, callerIndex, lines, tableHash }: OrderFields): string =>
  [
    fen,
    expiresAt,
    callerIndex,
    tableHash,
    ...lines.flatMap((line) => [line.claimId, line.residentId, line.fen]),
  ].join()

/** Refunds take hold of just what their lines are, never of more than was paid, and no more arrives than was held. */
const refundsStayBelowPayment: CommitInvariant = ({ id, after }) => {
  const { fen, reservedFen, refundedFen, transactionId } = after.fields as OrderFields
  const paid = transactionId === null ? 0 : fen
  const lines = after.fields.lines as OrderLine[]
  const sumOf = (some: readonly OrderLine[]): number => some.reduce((sum, line) => sum + line.fen, 0)
  const held = sumOf(lines.filter((line) => line.refundNumber !== null))
  const back = sumOf(lines.filter((line) => line.refundedAt !== null))
  return refundedFen === back && back <= reservedFen && reservedFen === held && held <= paid
    ? undefined
    : `order ${id}: ${refundedFen} of ${reservedFen} of ${paid}, lines hold ${held}, ${back} is back`
}

/** An order becomes paid only by a payment WeChat took for it, of its own sum. */
const paidMeansPaid: CommitInvariant = ({ id, before, after }, { wechat }) => {
  const { transactionId, fen } = after.fields as OrderFields
  if (transactionId === null || before?.fields.transactionId === transactionId) return undefined
  const payment = wechat.orders.get(id)?.payment
  return payment?.transactionId === transactionId && payment.fen === fen ? undefined : `order ${id}`
}

/** An order is closed only on WeChat's word that nobody can pay it. */
const closedOnWechatsWord: CommitInvariant = ({ id, before, after }, { wechat }) =>
  after.fields.state === 'closed' && before?.fields.state !== 'closed' && !wechat.saidClosed.has(id)
    ? `order ${id}`
    : undefined

/** A person and year is free for another order only when WeChat said the first is closed, or its money is back. */
const claimsFreedOnWechatsWord: CommitInvariant = ({ id, before, after }, { wechat, versions }) => {
  const [held, holds] = [before?.fields, after.fields] as [ClaimFields | undefined, ClaimFields]
  const number = held?.orderNumber
  if (!number || holds.orderNumber === number) return undefined
  const order = versions.latest('orders', number)?.fields as OrderFields | undefined
  const line = order?.lines.find(({ claimId }) => claimId === id)
  if (order?.transactionId)
    return line?.refundedAt ? undefined : `${id} freed before the money of ${number} was back`
  return wechat.saidClosed.has(number) ? undefined : `${id} freed while ${number} could be paid`
}

/** What a roster said of a person and year is not overwritten by an order; only a counter takes back what a counter said. */
const rostersAreKept: CommitInvariant = ({ id, before, after }) => {
  const [old, now] = [before?.fields, after.fields] as [ClaimFields | undefined, ClaimFields]
  const said = old?.counterPayment === undefined ? (old?.enrolledIn ?? null) : null
  return said === null || said === now.enrolledIn ? undefined : `${id} forgot ${said}`
}

/** Every entry of the ledger sums to zero, and none is ever changed. */
const ledgerBalances: CommitInvariant = ({ id, before, after }) => {
  if (before) return `entry ${id} was changed`
  const sum = (after.fields as EntryFields).postings.reduce((total, { fen }) => total + fen, 0)
  return sum === 0 ? undefined : `entry ${id} is ${sum} off`
}

/** An entry's day is the civil day of its moment, in Asia/Shanghai, whatever the machine's zone. */
const entriesAreOfTheirDay: CommitInvariant = ({ id, after }) => {
  const { day, at } = after.fields as EntryFields
  return day === dayInShanghai(at) ? undefined : `entry ${id} of ${at} is on ${day}`
}

/** What is recorded as a payment is one that WeChat took, to the fen, and is never changed. */
const recordedPaymentsAreReal: CommitInvariant = ({ id, before, after }, { wechat }) => {
  if (before) return `payment ${id} was changed`
  if ('refundNumber' in after.fields) return undefined
  const { transactionId, fen, orderNumber } = after.fields as Fields & SettledPayment
  const taken = wechat.payments.get(transactionId)
  return taken?.fen === fen && taken.orderNumber === orderNumber ? undefined : `payment ${id}`
}

/** By the collection whose documents they look at. */
export const atCommit: Readonly<Record<string, Readonly<Record<string, CommitInvariant>>>> = {
  orders: {
    ordersMoveAlongTheTable,
    ordersAreFrozen,
    refundsStayBelowPayment,
    paidMeansPaid,
    closedOnWechatsWord,
  },
  refunds: refundInvariants,
  claims: { claimsFreedOnWechatsWord, rostersAreKept },
  ledger: { ledgerBalances, entriesAreOfTheirDay },
  payments: { recordedPaymentsAreReal },
  quarantine: { recordedPaymentsAreReal },
}
