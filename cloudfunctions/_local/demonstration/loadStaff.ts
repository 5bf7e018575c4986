import type { StaffAccountFields } from '../../_staff/staffAccount'
import type { LocalPorts } from '../localPorts'
import type { Demonstration } from './readDemonstration'

/** Opens the demonstration's accounts of the staff; one that is there already stays as it is. */
export async function loadStaff(
  { store, clock }: Pick<LocalPorts, 'store' | 'clock'>,
  { staff }: Demonstration,
): Promise<void> {
  for (const { id, name, role, region, town = null, imports = [] } of staff) {
    const fields: StaffAccountFields = {
      role,
      region,
      town,
      name,
      imports,
      state: 'open',
      callerIndex: null,
      openedBy: null,
      openedAt: clock.now(),
      invitation: null,
    }
    await store.insert('staffAccounts', id, fields)
  }
}
