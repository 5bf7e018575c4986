import type { RefundReason } from '../../shared/contracts/refund'
import type { CounterPayment } from '../_counter/counterPaymentRecord'
import type { AuditActor } from '../_ports/audit'
import type { ServicePorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { applyForCounterRefund } from './counterRefunds'
import { shownRefund } from './shownRefund'
import { whyNoRefund } from './whyNoRefund'

/** Applies for the money of a counter payment that the caller may see, where the notice lets one apply. */
export async function requestOfCounterPayment(
  ports: ServicePorts,
  { id, fields }: CounterPayment,
  reason: RefundReason,
  requestedBy: AuditActor,
) {
  if (fields.refundNumber !== null) return refuse('refundExists', { refundNumber: fields.refundNumber })
  const refused = whyNoRefund(ports, fields, reason)
  if (refused) return refused
  const applied = await applyForCounterRefund(ports, id, { reason, requestedBy })
  switch (applied.kind) {
    case 'applied':
      return done({ refund: shownRefund(applied.refund) })
    case 'held':
      return refuse('refundExists', { refundNumber: applied.refundNumber })
    case 'notNow':
      return refuse('notNow')
  }
}
