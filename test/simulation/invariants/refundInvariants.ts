import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { RefundFields } from '../../../cloudfunctions/_refunds/refundRecord'
import type { RefundState } from '../../../cloudfunctions/_refunds/refundStates'
import { staff } from '../scene/staff'
import type { CommitInvariant } from './books'

/** The table once more, so that a slip in the service's own is no excuse. */
const refundEdges: Record<RefundState, readonly RefundState[]> = {
  requested: ['taxAccepted', 'rejected'],
  taxAccepted: ['medicalApproved', 'rejected'],
  medicalApproved: ['submitted', 'transferred'],
  due: ['submitted'],
  submitted: ['processing', 'succeeded', 'abnormal', 'closed'],
  processing: ['succeeded', 'abnormal', 'closed'],
  abnormal: ['succeeded', 'transferred'],
  closed: ['succeeded', 'transferred'],
  transferred: ['confirmed'],
  succeeded: [],
  confirmed: [],
  rejected: [],
}

/** A refund begins as applied for or as our own fault, and moves along its table. */
const refundsMoveAlongTheTable: CommitInvariant = ({ id, before, after }) => {
  const [from, to] = [before?.fields.state, after.fields.state] as [RefundState | undefined, RefundState]
  const begins = to === 'requested' || to === 'due'
  const allowed = from === undefined ? begins : from === to || refundEdges[from].includes(to)
  return allowed ? undefined : `refund ${id} from ${from} to ${to}`
}

/** A refund is of a whole payment's lines, or of a whole counter payment, and what it gives back is their sum. */
const refundsAreOfTheirLines: CommitInvariant = ({ id, after }, { versions }) => {
  const { orderNumber, counterPayment, lines, fen } = after.fields as RefundFields
  if (orderNumber === null) {
    const paid = versions.latest('counterPayments', counterPayment ?? '')?.fields as
      CounterPaymentFields | undefined
    return paid?.fen === fen ? undefined : `refund ${id} gives back ${fen} for ${paid?.fen ?? 'nothing'}`
  }
  const order = versions.latest('orders', orderNumber)?.fields as OrderFields | undefined
  const sum = lines.reduce((total, index) => total + (order?.lines[index]?.fen ?? NaN), 0)
  return sum === fen ? undefined : `refund ${id} gives back ${fen} for ${sum}`
}

/** Whoever applied as a resident decides nothing about it as one of the staff. */
const nobodyDecidesTheirOwn: CommitInvariant = ({ id, after }) => {
  const { requestedBy, acceptedBy, decidedBy } = after.fields as RefundFields
  const own = staff.find(
    ({ callerIndex }) => callerIndex !== null && requestedBy === `resident:${callerIndex}`,
  )
  const actor = own && `staff:${own.staffId}`
  return actor && (acceptedBy === actor || decidedBy === actor) ? `refund ${id} by ${actor}` : undefined
}

/** Applicant, acceptor, approver, whoever transfers and whoever confirms are different people. */
const differentPeopleAct: CommitInvariant = ({ id, after }) => {
  const { requestedBy, acceptedBy, decidedBy, transferredBy, confirmedBy } = after.fields as RefundFields
  const acted = [requestedBy, acceptedBy, decidedBy, transferredBy, confirmedBy].filter((who) => who !== null)
  return new Set(acted).size === acted.length ? undefined : `refund ${id} by ${acted.join(', ')}`
}

/** Staff act on refunds of their own county only, each step at its own desk. */
const stepsAreTakenAtTheirDesk: CommitInvariant = ({ id, after }) => {
  const { acceptedBy, decidedBy, transferredBy, confirmedBy, region, state } = after.fields as RefundFields
  const steps: [string | null, readonly string[]][] = [
    [acceptedBy, ['tax']],
    [decidedBy, state === 'rejected' ? ['tax', 'bureau'] : ['bureau']],
    [transferredBy, ['finance']],
    [confirmedBy, ['finance']],
  ]
  const wrong = steps.find(([actor, roles]) => actor !== null && !isOneOf(actor, region, roles))
  return wrong ? `refund ${id} of ${region} by ${wrong[0]}` : undefined
}

const isOneOf = (actor: string, region: string, roles: readonly string[]): boolean =>
  staff.some((one) => actor === `staff:${one.staffId}` && one.region === region && roles.includes(one.role))

/** Nobody applies where the notice gives nothing back: `rivertown` gives back what was paid twice, and nothing else. */
const appliedWhereTheNoticeAllows: CommitInvariant = ({ id, after }) => {
  const { cause, reason, region } = after.fields as RefundFields
  return cause === 'application' && region === 'rivertown' && reason !== 'duplicate'
    ? `refund ${id} because of ${String(reason)}`
    : undefined
}

/** A refund is given up only where WeChat has given it up, or has not known it for a while. */
const givenUpOnWechatsWord: CommitInvariant = ({ id, before, after }, { wechat }) => {
  const { state, changedAt } = after.fields as RefundFields
  const known = wechat.refunds.refunds.get(id)
  if (state !== 'closed' || before?.fields.state === 'closed' || !known || known.status === 'closed')
    return undefined
  const knownFor = Date.parse(changedAt) - Date.parse(known.acceptedAt)
  return knownFor > 60_000 ? `refund ${id} is ${known.status} at WeChat` : undefined
}

export const refundInvariants: Readonly<Record<string, CommitInvariant>> = {
  refundsMoveAlongTheTable,
  refundsAreOfTheirLines,
  differentPeopleAct,
  nobodyDecidesTheirOwn,
  stepsAreTakenAtTheirDesk,
  appliedWhereTheNoticeAllows,
  givenUpOnWechatsWord,
}
