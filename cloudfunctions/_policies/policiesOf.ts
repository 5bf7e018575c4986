import type { Policies, PolicyInForce } from '../_ports/policies'

/** The tables of one region, by ascending coverage year. */
export const policiesOf = (policies: Policies, region: string): PolicyInForce[] =>
  policies.all().filter((policy) => policy.region === region)
