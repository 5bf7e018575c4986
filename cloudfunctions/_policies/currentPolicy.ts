import type { CivilDay } from '../../shared/rules/civilDay'
import type { Policies, PolicyInForce } from '../_ports/policies'
import { policiesOf } from './policiesOf'

/**
 * The table to show first on a day: the earliest coverage year whose collection has not ended, else the latest year
 * there is. A resident may always ask for another one.
 */
export function currentPolicy(
  policies: Policies,
  region: string,
  today: CivilDay,
): PolicyInForce | undefined {
  const years = policiesOf(policies, region)
  return years.find((policy) => isStillCollecting(policy, today)) ?? years.at(-1)
}

/** Whether the table's collection period has not ended by that day. */
export const isStillCollecting = ({ table }: PolicyInForce, today: CivilDay): boolean =>
  table.phases.some(({ phase, to }) => phase === 'collecting' && (to === 'open' || to >= today))
