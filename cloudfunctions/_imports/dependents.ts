import { claimIdOf, claimOf } from '../_orders/orderRecord'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import type { ImportChange, ImportChangesFields } from './importChanges'
import { chunkId, type Import } from './importRecord'

export interface Dependents {
  /** People somebody has changed since. */
  changed: number
  /** People who have been enrolled or have an order since. */
  paid: number
}

/** What depends by now on what an import did. */
export async function dependentsOf(ports: StaffPorts, { id, fields }: Import): Promise<Dependents> {
  const found: Dependents = { changed: 0, paid: 0 }
  for (let chunk = 0; chunk < fields.chunks; chunk += 1) {
    const stored = await ports.store.get<ImportChangesFields>('importChanges', chunkId(id, chunk))
    for (const change of stored?.fields.changes ?? []) {
      const resident = await ports.store.get<ResidentFields>('residents', change.residentId)
      if (resident?.revision !== change.revision) found.changed += 1
      else if (await hasPaidSince(ports, resident, change, fields.committedAt ?? '')) found.paid += 1
    }
  }
  return found
}

/** An added person may have no claim at all; a changed one none that an order took after the import. */
async function hasPaidSince(
  { store, cipher, policies }: StaffPorts,
  resident: Stored<ResidentFields>,
  { before }: ImportChange,
  committedAt: string,
): Promise<boolean> {
  const { idNumber } = openResident(cipher, resident)
  for (const year of new Set(policies.all().map(({ coverageYear }) => coverageYear))) {
    const claim = await claimOf({ store }, claimIdOf(cipher, idNumber, year))
    if (!claim || (claim.fields.orderNumber === null && claim.fields.enrolledIn === null)) continue
    if (before === null) return true
    if (claim.fields.orderNumber === null) continue
    const order = await store.get<{ createdAt: string }>('orders', claim.fields.orderNumber)
    // An order out of the caller's reach counts as well: it may depend on what the import said.
    if (!order || order.fields.createdAt >= committedAt) return true
  }
  return false
}
