import type { CounterPaymentShown } from '../../shared/contracts/counter'
import type { StaffPorts } from '../_ports/ports'
import { colleagueName } from '../_staff/colleagueName'
import type { CounterPayment } from './counterPaymentRecord'
import { personShown } from './personShown'
import { isFresh, whyNotReversed, whyNotWithdrawn } from './whyNotUndone'

/** As a page of the desk shows one. */
export async function shownCounterPayment(
  ports: StaffPorts,
  { id, fields }: CounterPayment,
): Promise<CounterPaymentShown> {
  const { state, residentId, coverageYear, receipt, fen, paidOn, channel } = fields
  const { leftToBureau, bookedOn, enteredBy, enteredAt } = fields
  const fresh = await isFresh(ports, ports.store, fields)
  return {
    paymentId: id,
    state,
    ...(await personShown(ports, residentId)),
    coverageYear,
    receipt,
    fen,
    paidOn,
    channel,
    leftToBureau,
    bookedOn,
    enteredBy: await colleagueName(ports.store, enteredBy),
    enteredAt,
    mayWithdraw: whyNotWithdrawn(ports, fields, fresh) === undefined,
    mayReverse: whyNotReversed(ports, fields, fresh) === undefined,
  }
}
