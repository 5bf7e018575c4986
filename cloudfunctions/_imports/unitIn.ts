import type { Policies } from '../_ports/policies'
import { otherNamesOf, townshipOf, townsOf } from '../_policies/townsOf'

/** The units of a region, as a roster's rows are held against them. */
export interface Units {
  /** Those of the region's tables; empty where they list none, and any name is taken. */
  towns: ReadonlySet<string>
  /** The tables' name of a unit by another way of writing it. */
  otherNames: ReadonlyMap<string, string>
  township: string | undefined
}

/** As every table of the region has them. */
export const unitsOfRegion = (policies: Policies, region: string): Units => ({
  towns: townsOf(policies, region),
  otherNames: otherNamesOf(policies, region),
  township: townshipOf(policies, region),
})

/**
 * The unit a row names, by the table's name for it. A township's notice lists its villages: one of them beside the township's own
 * name, or alone, is that unit.
 */
export function unitIn(
  { towns, otherNames, township }: Units,
  town: string,
  village: string | null,
): { town: string; village: string | null } {
  const named = (name: string) => otherNames.get(name) ?? name
  const isOfTownship = township !== undefined && (town === township || town === '')
  if (isOfTownship && village !== null && towns.has(named(village)))
    return { town: named(village), village: null }
  return { town: named(town), village }
}
