/** Whether an entry at a counter may be taken back (撤销录入), or has to be reversed (冲销) because it is too late for that. */
import type { Role } from '../../shared/contracts/staff'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { isAtRest, type CounterPaymentFields } from './counterPaymentRecord'
import { isDayOpen } from './townDayRecord'

/** Who asks for a reversal and who confirms one. */
export const reversers: readonly Role[] = ['clerk', 'bureau']

/** Entered today, and its day has not been added up: it can simply be taken back. */
export const isFresh = async (
  { clock, cipher }: Pick<StaffPorts, 'clock' | 'cipher'>,
  documents: Pick<Documents, 'get'>,
  fields: CounterPaymentFields,
): Promise<boolean> => fields.enteredOn === clock.today() && isDayOpen(documents, cipher, fields)

/** Who may take an entry back, and until when; undefined where the caller may. */
export function whyNotWithdrawn(
  { staff, clock }: Pick<StaffPorts, 'staff' | 'clock'>,
  fields: CounterPaymentFields,
  fresh: boolean,
): 'notNow' | 'notYours' | 'dayOver' | 'dayClosed' | undefined {
  if (!isAtRest(fields)) return 'notNow'
  if (staff.role !== 'bureau' && fields.enteredBy !== staff.staffId) return 'notYours'
  if (fresh) return undefined
  return fields.enteredOn === clock.today() ? 'dayClosed' : 'dayOver'
}

/** Whether a reversal may be asked for; what can still simply be taken back is. Undefined where it may. */
export function whyNotReversed(
  { staff }: Pick<StaffPorts, 'staff'>,
  fields: CounterPaymentFields,
  fresh: boolean,
): 'notNow' | 'withdrawInstead' | undefined {
  if (!isAtRest(fields) || !reversers.includes(staff.role)) return 'notNow'
  return fresh ? 'withdrawInstead' : undefined
}
