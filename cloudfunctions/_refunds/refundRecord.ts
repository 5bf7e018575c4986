/**
 * Refunds (退费): `refunds/<out_refund_no>`. One refund gives back one or several whole lines of one order, or one payment that was made
 * at a counter.
 */
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Documents, Stored } from '../_ports/store'
import type { Rejection, RefundReason } from '../../shared/contracts/refund'
import { stateAfter } from '../_states/transitions'
import { deskOf, type Desk } from './refundDesks'
import { refundTransitions, type RefundEvent, type RefundState } from './refundStates'

/** One refund: what goes back of which payment, how far it is, and who did which step. */
export type RefundFields = {
  state: RefundState
  /** Whose turn it is; follows from state and way. */
  desk: Desk
  /** `late` paid after closing · `twice` paid for somebody enrolled already · `application` somebody applied. */
  cause: 'late' | 'twice' | 'application'
  /** Why somebody applied; null for our own faults. */
  reason: RefundReason | null
  /** Why an office said no; null while none did. */
  rejection: Rejection | null
  /** By WeChat, the way the money came, or by the finance office's transfer. Null until it is decided. */
  way: 'wechat' | 'transfer' | null
  /** The order whose money it is, and WeChat's transaction; null for a counter payment. */
  orderNumber: string | null
  transactionId: string | null
  /** The counter payment whose money it is; null for an order. */
  counterPayment: string | null
  region: string
  coverageYear: number
  /** Which lines of the order, by their place in it; none of a counter payment. */
  lines: number[]
  fen: number
  /** Who did what: actors as in the audit log; null until it happened. */
  requestedBy: AuditActor
  acceptedBy: AuditActor | null
  decidedBy: AuditActor | null
  transferredBy: AuditActor | null
  confirmedBy: AuditActor | null
  /** Instants, UTC. */
  requestedAt: string
  changedAt: string
  arrivedAt: string | null
  wechatRefundId: string | null
  /** The finance office's voucher number (转账凭证号). */
  voucher: string | null
}

export type Refund = Stored<RefundFields>

/** The number of the so-manieth refund of a line: the same application is the same number. */
export const refundNumberOf = (orderNumber: string, line: number, attempt: number): string =>
  `${orderNumber}-${line}-${attempt}`

/** Undefined where there is none, or it is out of reach. */
export const refundOf = (
  { get }: Pick<Documents, 'get'>,
  refundNumber: string,
): Promise<Refund | undefined> => get<RefundFields>('refunds', refundNumber)

/** Every step of a refund is in the audit log, with who did it. Each happens to a refund once, so its id is the step. */
export const noteStep = (
  documents: Documents,
  { id, fields: { orderNumber, counterPayment, fen, changedAt } }: Refund,
  { step, actor }: { step: 'begun' | RefundEvent; actor: AuditActor },
): Promise<void> =>
  noteEvent(documents, `refund-${id}-${step}`, {
    actor,
    action: `refund${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `refunds/${id}`,
    at: changedAt,
    details: {
      ...(orderNumber === null ? { counterPayment: counterPayment ?? '' } : { order: orderNumber }),
      fen,
    },
  })

/**
 * Moves a refund along the table, inside a transaction.
 * @throws Error for an edge that the table does not have.
 */
export async function moveRefund(
  documents: Documents,
  refund: Refund,
  { event, actor }: { event: RefundEvent; actor: AuditActor },
  changes: Partial<RefundFields> & Pick<RefundFields, 'changedAt'>,
): Promise<Refund> {
  const state = stateAfter(refundTransitions, refund.fields.state, event)
  if (!state) throw new Error(`refund ${refund.id}: ${event} in ${refund.fields.state}`)
  const changed = { ...refund.fields, ...changes, state }
  const fields: RefundFields = { ...changed, desk: deskOf(changed) }
  await documents.replace('refunds', refund.id, refund.revision, fields)
  const moved = { ...refund, revision: refund.revision + 1, fields }
  await noteStep(documents, moved, { step: event, actor })
  return moved
}
