import type { Policies } from '../_ports/policies'
import { policiesOf } from './policiesOf'

/**
 * The name of a township whose notice lists villages as its units, by which every other roster calls the town; undefined of a county.
 */
export const townshipOf = (policies: Policies, region: string): string | undefined =>
  policiesOf(policies, region).find(({ table }) => table.place.level === 'township')?.table.place.name

/** The towns that the tables of a region list, in their order; empty where they list none. */
export const townsOf = (policies: Policies, region: string): ReadonlySet<string> =>
  new Set(rowsOf(policies, region).map(({ name }) => name))

/** The printed name by each other way of writing it that the tables know. */
export const otherNamesOf = (policies: Policies, region: string): ReadonlyMap<string, string> =>
  new Map(
    rowsOf(policies, region).flatMap(({ name, alsoWritten = [] }) =>
      alsoWritten.map((other) => [other, name] as const),
    ),
  )

const rowsOf = (policies: Policies, region: string) =>
  policiesOf(policies, region).flatMap(({ table }) => table.targets?.rows ?? [])
