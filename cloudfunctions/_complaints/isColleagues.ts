import { complaintDesksOf } from '../../shared/contracts/staffComplaints'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { accountOf, countsNow } from '../_staff/staffAccount'
import type { Complaint } from './complaintRecord'

/**
 * Whether a colleague has taken it who is at its desk still: what somebody left behind whose account has ended, or who is at another desk
 * by now, is anybody's there. An account out of the caller's reach is an office's above them.
 */
export async function isColleagues(
  documents: Pick<Documents, 'get'>,
  { staff }: Pick<StaffPorts, 'staff'>,
  { fields: { handledBy, desk, town } }: Complaint,
): Promise<boolean> {
  if (handledBy === null || handledBy === actorOf(staff)) return false
  const account = await accountOf(documents, handledBy.slice(handledBy.indexOf(':') + 1))
  if (!account) return true
  const { fields } = account
  const isAtIt =
    complaintDesksOf[fields.role]?.includes(desk) && (fields.town === null || fields.town === town)
  return countsNow(fields) && isAtIt === true
}
