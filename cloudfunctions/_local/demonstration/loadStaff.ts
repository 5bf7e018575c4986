import type { StaffAccountFields } from '../../_staff/staffAccount'
import type { LocalPorts } from '../localPorts'
import type { Demonstration } from './readDemonstration'

/** Opens the demonstration's accounts of the staff; one that is there already stays as it is. */
export async function loadStaff(
  { store }: Pick<LocalPorts, 'store'>,
  { staff }: Demonstration,
): Promise<void> {
  for (const { id, name, role, region, town = null, imports = [] } of staff) {
    const fields: StaffAccountFields = { role, region, town, name, imports, callerIndex: null, endedAt: null }
    await store.insert('staffAccounts', id, fields)
  }
}
