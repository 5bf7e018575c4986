import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { currentPolicy } from './currentPolicy'

/** The table somebody at a desk asks about; without a year, that of the year being collected. */
export const policyAsked = (
  { policies, staff: { region }, clock }: Pick<StaffPorts, 'policies' | 'staff' | 'clock'>,
  coverageYear: number | undefined,
): PolicyInForce | undefined =>
  coverageYear === undefined
    ? currentPolicy(policies, region, clock.today())
    : policies.inForce(region, coverageYear)
