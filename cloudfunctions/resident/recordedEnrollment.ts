/**
 * What the caller may know of an enrollment. From when to when somebody is covered, whoever acts for them may know; what
 * was paid, and whether a roster or a payment says so, would tell what was given: a proxy sees only what they paid themselves.
 */
import type { EnrollmentYear, Payer } from '../../shared/contracts/myEnrollments'
import type { Ports } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { orderOf, type Order } from '../_orders/orderRecord'
import { refundOfCounterPayment } from '../_refunds/counterRefunds'
import { refundRulesFor } from '../_refunds/whyNoRefund'
import type { CounterPayment } from '../_counter/counterPaymentRecord'
import { lineRefundOf } from '../_refunds/lineRefundOf'
import { shownRefund } from '../_refunds/shownRefund'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { actsFor, callerIndex, type FamilyMember } from '../_residents/family'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import { howItCame } from './howItCame'

type Shown = Omit<EnrollmentYear, 'coverageYear' | 'enrolled' | 'refunded' | 'mistake' | 'awaitingTax'>

const nothingTold = {
  told: false,
  source: null,
  counter: null,
  onBehalfClauses: [],
  identity: null,
  paidBy: null,
  paidFen: null,
  subsidyFen: null,
  paidAt: null,
  toCard: null,
  refund: null,
  refunds: null,
  orderNumber: null,
}

/** `paid`: the counter payment behind the enrollment, if one is. */
export async function recordedEnrollment(
  ports: Ports,
  member: FamilyMember,
  enrollment: Stored<EnrollmentFields> | undefined,
  paid: CounterPayment | undefined,
): Promise<Shown> {
  if (!enrollment) return { ...noCover, ...nothingTold, told: member.knowsWhy }
  const { fields } = enrollment
  const order = fields.orderNumber === null ? undefined : await orderOf(ports, fields.orderNumber)
  const isOwn = order?.fields.callerIndex === callerIndex(ports)
  const cover = stands(enrollment)
    ? { coverageFrom: fields.coverageFrom, coverageTo: fields.coverageTo, coverClauses: [] }
    : noCover
  if (!member.knowsWhy && !isOwn) return { ...cover, ...nothingTold }

  const { identity, coverClauses, subsidyFen, onBehalfClauses } = member.knowsWhy
    ? { identity: fields.identity, ...(await howItCame(ports, member.resident, fields)) }
    : { identity: null, coverClauses: [], subsidyFen: null, onBehalfClauses: [] }
  return {
    ...cover,
    coverClauses: stands(enrollment) ? coverClauses : [],
    told: true,
    source: sourceOf[fields.way],
    counter: paid ? counterOf(paid) : null,
    onBehalfClauses,
    identity,
    paidBy: order ? await payerOf(ports, member, order) : null,
    paidFen: fields.paidFen,
    subsidyFen,
    paidAt: fields.paidAt,
    toCard: member.knowsWhy ? await toCardOf(ports, fields) : null,
    ...(paid
      ? await counterRefundOf(ports, paid)
      : { refund: order ? await refundShownOf(ports, member, order) : null, refunds: null }),
    orderNumber: isOwn ? fields.orderNumber : null,
  }
}

const sourceOf = { wechat: 'order', counter: 'counter', onBehalf: 'onBehalf', roster: 'roster' } as const

const counterOf = ({ fields: { receipt, channel, paidOn } }: CounterPayment) => ({ receipt, channel, paidOn })

/** While it stands, whether its money may be asked back is the notice's word. */
async function counterRefundOf(ports: Ports, payment: CounterPayment) {
  const refund = await refundOfCounterPayment(ports.store, payment)
  return {
    refund: refund ? shownRefund(refund) : null,
    refunds: payment.fields.state === 'entered' ? refundRulesFor(ports, payment.fields) : null,
  }
}

const noCover = { coverageFrom: [], coverageTo: [], coverClauses: [] }

/** Nobody else than the caller and the person is told apart: a name would be a stranger's. */
async function payerOf(ports: Ports, { resident }: FamilyMember, order: Order): Promise<Payer> {
  if (order.fields.callerIndex === callerIndex(ports)) return 'caller'
  const { self } = await actsFor(ports, resident.idNumber)
  return order.fields.callerIndex === self ? 'self' : 'family'
}

async function toCardOf({ store }: Ports, { residentId, coverageYear }: EnrollmentFields) {
  const payment = await subsidyPaymentOf(store, residentId, coverageYear)
  return payment ? { fen: payment.fields.fen, on: payment.fields.paidOn } : null
}

async function refundShownOf({ store }: Ports, { resident }: FamilyMember, order: Order) {
  const index = order.fields.lines.findIndex(({ residentId }) => residentId === resident.id)
  const refund = await lineRefundOf(store, order, index)
  return refund ? shownRefund(refund) : null
}
