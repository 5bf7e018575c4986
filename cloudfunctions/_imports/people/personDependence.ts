import { claimIdOf, claimOf } from '../../_orders/orderRecord'
import type { StaffPorts } from '../../_ports/ports'
import type { Stored } from '../../_ports/store'
import { openResident, type ResidentFields } from '../../_residents/residentRecord'
import type { Applied, PersonChange } from '../importChanges'
import type { Dependence } from '../rowWork'
import { standsAsLeft } from './standsAsLeft'

/** Whether somebody has changed this person since, or has an enrollment or an order since. */
export async function personDependence(
  ports: StaffPorts,
  applied: Applied<PersonChange>,
  committedAt: string,
): Promise<Dependence> {
  const found = await standsAsLeft(ports.cipher, ports.store, applied)
  if (!found) return 'changed'
  return (await hasPaidSince(ports, found.resident, applied.change, committedAt)) ? 'paid' : undefined
}

/** An added person may have no claim at all; a changed one none that an order took after the import. */
async function hasPaidSince(
  { store, cipher, policies }: StaffPorts,
  resident: Stored<ResidentFields>,
  { before }: PersonChange,
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
