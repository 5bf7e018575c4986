import type { ReversalShown } from '../../shared/contracts/counterReversals'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { StaffPorts } from '../_ports/ports'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { colleagueName } from '../_staff/colleagueName'
import type { Reversal } from './reversalRecord'
import { reversers } from './shownCounterPayment'

/** As a page of the desk shows one. Whoever has moved to another town is theirs by now: no name of them is shown. */
export async function shownReversal(
  { store, cipher, staff }: StaffPorts,
  { id, fields }: Reversal,
): Promise<ReversalShown> {
  const { state, town, residentId, coverageYear, receipt, fen, channel, paidOn, bookedOn } = fields
  const { reason, askedBy, askedAt, decidedBy, reversedOn } = fields
  const stored = await store.get<ResidentFields>('residents', residentId)
  const person = stored && openResident(cipher, stored)
  const waits = state === 'asked' && reversers.includes(staff.role)
  return {
    reversalId: id,
    state,
    town,
    residentId,
    name: person?.name ?? null,
    maskedId: person ? maskIdNumber(person.idNumber) : null,
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
