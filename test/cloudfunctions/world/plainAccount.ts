import type { StaffAccountFields } from '../../../cloudfunctions/_staff/staffAccount'
import type { Role } from '../../../shared/contracts/staff'

/** A staff account that counts, of a whole region, and that nobody has invited anybody to. */
export const plainAccount = (
  role: Role,
  region: string,
  known: Partial<StaffAccountFields> = {},
): StaffAccountFields => ({
  role,
  region,
  town: null,
  name: '样例经办',
  state: 'open',
  callerIndex: null,
  openedBy: null,
  openedAt: '2019-01-01T00:00:00Z',
  invitation: null,
  ...known,
})
