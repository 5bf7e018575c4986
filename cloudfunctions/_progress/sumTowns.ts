import { addCounts, addRosters, noCounts } from './counts'
import type { PlaceTally, TownFields } from './progressRecord'
import { byName } from './byName'

/** What the parts' tallies come to for each town, its villages in the order of their names. The order of the parts is no matter. */
export function sumTowns(
  places: Iterable<PlaceTally>,
): Omit<TownFields, 'region' | 'coverageYear' | 'asOf'>[] {
  const towns = new Map<string | null, PlaceTally[]>()
  for (const place of places) {
    const known = towns.get(place.town)
    if (known) known.push(place)
    else towns.set(place.town, [place])
  }
  return [...towns].map(([town, own]) => {
    const { counts, heads, undated, rosters } = own.reduce(addPlaces)
    return { town, counts, heads, undated, rosters, villages: villagesOf(own) }
  })
}

const addPlaces = (one: PlaceTally, other: PlaceTally): PlaceTally => ({
  ...one,
  counts: addCounts(one.counts, other.counts),
  heads: one.heads.map((heads, step) => heads + (other.heads[step] ?? 0)),
  undated: one.undated + other.undated,
  rosters: addRosters(one.rosters, other.rosters),
})

function villagesOf(places: readonly PlaceTally[]): TownFields['villages'] {
  const villages = new Map<string | null, TownFields['villages'][number]>()
  for (const { village, counts, rosters } of places) {
    const known = villages.get(village) ?? { village, counts: noCounts(), rosters: {} }
    villages.set(village, {
      village,
      counts: addCounts(known.counts, counts),
      rosters: addRosters(known.rosters, rosters),
    })
  }
  return [...villages.values()].sort((one, other) => byName(one.village, other.village))
}
