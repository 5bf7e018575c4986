import { actorOf } from '../_ports/audit'
import type { StaffCaller } from '../_ports/ports'
import type { Refund } from './refundRecord'

/** 三人分离: whether this person has done a step of this refund, by the staff account or as the resident who applied. */
export function hasActed(
  { fields: { requestedBy, acceptedBy, decidedBy, transferredBy } }: Refund,
  staff: StaffCaller,
): boolean {
  const own = [actorOf(staff), ...(staff.callerIndex === null ? [] : [`resident:${staff.callerIndex}`])]
  return [requestedBy, acceptedBy, decidedBy, transferredBy].some(
    (actor) => actor !== null && own.includes(actor),
  )
}
