import type { Policies } from '../_ports/policies'
import { townshipOf, townsOf } from '../_policies/townsOf'

/** The units of a region, as a roster's rows are held against them. */
export interface Units {
  /** Those of the region's tables; empty where they list none, and any name is taken. */
  towns: ReadonlySet<string>
  township: string | undefined
}

export const unitsOfRegion = (policies: Policies, region: string): Units => ({
  towns: townsOf(policies, region),
  township: townshipOf(policies, region),
})

/**
 * The unit a row names. A township's notice lists its villages: one of them beside the township's own name, or alone, is
 * that unit.
 */
export const unitIn = (
  { towns, township }: Units,
  town: string,
  village: string | null,
): { town: string; village: string | null } =>
  township !== undefined && (town === township || town === '') && village !== null && towns.has(village)
    ? { town: village, village: null }
    : { town, village }
