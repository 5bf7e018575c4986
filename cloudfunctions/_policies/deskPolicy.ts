import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { currentPolicy } from './currentPolicy'

/** The table that the desk works by today. @throws Error where the region has none: its staff would have no work. */
export function deskPolicy({
  policies,
  clock,
  staff,
}: Pick<StaffPorts, 'policies' | 'clock' | 'staff'>): PolicyInForce {
  const policy = currentPolicy(policies, staff.region, clock.today())
  if (!policy) throw new Error(`no table for ${staff.region}`)
  return policy
}
