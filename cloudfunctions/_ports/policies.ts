import type { PolicyTable } from '../../shared/policy/table'

/** One table this service answers from. `hash` is SHA-256 over its canonical JSON. */
export interface PolicyInForce {
  region: string
  coverageYear: number
  table: PolicyTable
  hash: string
}

/** The policy tables. A coverage year without one is absent, and never answered from another year. */
export interface Policies {
  inForce(region: string, coverageYear: number): PolicyInForce | undefined
  /** All tables, by region, then by ascending coverage year. */
  all(): readonly PolicyInForce[]
}
