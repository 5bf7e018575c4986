import type { RequestOf } from '../../shared/contracts/contract'
import type { OpenAccount } from '../../shared/contracts/staffAccounts'
import { kindsFor } from '../../shared/contracts/whoImports'
import { townsOf } from '../_policies/townsOf'
import type { StaffPorts } from '../_ports/ports'
import rules from './accountRules.json'

/** Why nobody can be put at this desk by the caller; undefined where somebody can. */
export function deskProblem(
  { role, town, imports }: Pick<RequestOf<typeof OpenAccount>, 'role' | 'town' | 'imports'>,
  { policies, staff }: StaffPorts,
): 'townMissing' | 'townNotForRole' | 'townUnknown' | 'importsNotForRole' | undefined {
  if (town === null && rules.ofOneTown.includes(role)) return 'townMissing'
  // Their work is a county's: an order, a refund and a day have no town by which another one's could be kept from them.
  if (town !== null && rules.ofWholeRegion.includes(role)) return 'townNotForRole'
  const towns = townsOf(policies, staff.region)
  const isTownHere = town === null || towns.size === 0 || towns.has(town)
  if (!isTownHere || (staff.town !== null && town !== staff.town)) return 'townUnknown'
  const may = kindsFor(role, town)
  if (!imports.every((kind) => may.includes(kind))) return 'importsNotForRole'
  return undefined
}
