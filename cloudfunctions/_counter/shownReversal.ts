import type { ReversalShown } from '../../shared/contracts/counterReversals'
import type { StaffPorts } from '../_ports/ports'
import { colleagueName } from '../_staff/colleagueName'
import { personShown } from './personShown'
import type { Reversal } from './reversalRecord'
import { reversers } from './whyNotUndone'

/** As a page of the desk shows one. */
export async function shownReversal(ports: StaffPorts, { id, fields }: Reversal): Promise<ReversalShown> {
  const { state, town, residentId, coverageYear, receipt, fen, channel, paidOn, bookedOn } = fields
  const { reason, askedBy, askedAt, decidedBy, reversedOn } = fields
  const { store, staff } = ports
  const waits = state === 'asked' && reversers.includes(staff.role)
  return {
    reversalId: id,
    state,
    town,
    ...(await personShown(ports, residentId)),
    coverageYear,
    receipt,
    fen,
    channel,
    paidOn,
    bookedOn,
    reason,
    askedBy: await colleagueName(store, askedBy),
    askedAt,
    decidedBy: decidedBy === null ? null : await colleagueName(store, decidedBy),
    reversedOn,
    mayConfirm: waits && askedBy !== staff.staffId,
    mayDecline: waits,
  }
}
