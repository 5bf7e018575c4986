import type { ServicePorts } from '../_ports/ports'
import type { Resident } from '../_residents/residentRecord'
import { claimIdOf, claimOf, orderOf } from './orderRecord'

/** Whether another place's roster, or a paid order there, holds this person for the coverage year. */
export async function isEnrolledElsewhere(
  ports: ServicePorts,
  resident: Resident,
  coverageYear: number,
): Promise<boolean> {
  const claim = await claimOf(ports, claimIdOf(ports.cipher, resident.idNumber, coverageYear))
  if (!claim) return false
  const { enrolledIn, orderNumber } = claim.fields
  if (enrolledIn !== null) return enrolledIn !== resident.region
  const order = orderNumber === null ? undefined : await orderOf(ports, orderNumber)
  return order?.fields.state === 'paid' && order.fields.region !== resident.region
}
