import type { Documents } from '../_ports/store'
import { partitionOf } from '../_residents/partition'
import { membersOf } from './rosterMembers'
import { listingsOf, rostersOf, takenIn } from './rosterStanding'

/**
 * Whether a row of a roster that counts names somebody, taken or not: a group that nobody knows, or a day that is none, is no reason to
 * hold that they have no identity.
 */
export async function isNamedOnRoster(
  documents: Pick<Documents, 'get'>,
  region: string,
  residentId: string,
): Promise<boolean> {
  const rosters = listingsOf(await takenIn(documents, region)).flatMap(rostersOf)
  const part = partitionOf(residentId)
  const members = await Promise.all(rosters.map((importId) => membersOf(documents, [importId], part)))
  return members.some((ids) => ids?.has(residentId))
}
