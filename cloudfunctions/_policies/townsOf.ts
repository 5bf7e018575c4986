import type { Policies } from '../_ports/policies'

/** The towns that the tables of a region list, in their order; empty where they list none. */
export const townsOf = (policies: Policies, region: string): ReadonlySet<string> =>
  new Set(
    policies
      .all()
      .filter((policy) => policy.region === region)
      .flatMap(({ table }) => table.targets?.rows.map(({ name }) => name) ?? []),
  )
