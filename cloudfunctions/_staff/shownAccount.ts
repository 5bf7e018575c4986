import type { AccountShown } from '../../shared/contracts/staffAccounts'
import type { StaffPorts } from '../_ports/ports'
import { invitationOf } from './invitationRecord'
import type { StaffAccount } from './staffAccount'

/** An account as the bureau of its region sees it. */
export async function shownAccount(
  { store, staff, clock }: StaffPorts,
  { id, fields }: StaffAccount,
): Promise<AccountShown> {
  const { name, role, town, imports = [], state, openedAt, openedBy, invitation, was = [] } = fields
  const sent = state === 'open' ? await invitationOf(store, invitation) : undefined
  const isOut = sent?.fields.state === 'open' && clock.now() < sent.fields.endsAt
  const isBureau = staff.role === 'bureau'
  return {
    staffId: id,
    name,
    role,
    town,
    imports,
    state,
    openedAt,
    was,
    invitedUntil: isOut ? sent.fields.endsAt : null,
    mayConfirm: isBureau && state === 'proposed' && openedBy !== staff.staffId,
    mayChange: isBureau && state !== 'ended' && id !== staff.staffId,
  }
}
