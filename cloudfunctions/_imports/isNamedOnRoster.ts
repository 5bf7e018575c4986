import type { ServicePorts } from '../_ports/ports'
import { partitionOf } from '../_residents/partition'
import type { Resident } from '../_residents/residentRecord'
import { isNamedNearby } from './doubtfulNumbers'
import { membersOf } from './rosterMembers'
import { listingsOf, rostersOf, takenIn } from './rosterStanding'

/**
 * Whether a row of a roster that counts names somebody, taken or not: a group that nobody knows, a day that is none, or a wrong digit in
 * the number beside their name, is no reason to hold that they have no identity.
 */
export async function isNamedOnRoster(
  { store, cipher }: Pick<ServicePorts, 'store' | 'cipher'>,
  region: string,
  resident: Pick<Resident, 'id' | 'name' | 'idNumber'>,
): Promise<boolean> {
  const rosters = listingsOf(await takenIn(store, region)).flatMap(rostersOf)
  const part = partitionOf(resident.id)
  const members = await Promise.all(rosters.map((importId) => membersOf(store, [importId], part)))
  if (members.some((ids) => ids?.has(resident.id))) return true
  return rosters.length > 0 && isNamedNearby({ store, cipher }, rosters, { ...resident, region })
}
