import { addCounts, noCounts } from './counts'
import type { PlaceTally, TownFields } from './progressRecord'
import { byName } from './order'

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
    const { counts, heads, undated } = own.reduce(addPlaces)
    return { town, counts, heads, undated, villages: villagesOf(own) }
  })
}

const addPlaces = (one: PlaceTally, other: PlaceTally): PlaceTally => ({
  ...one,
  counts: addCounts(one.counts, other.counts),
  heads: one.heads.map((heads, step) => heads + (other.heads[step] ?? 0)),
  undated: one.undated + other.undated,
})

function villagesOf(places: readonly PlaceTally[]): TownFields['villages'] {
  const villages = new Map<string | null, TownFields['villages'][number]['counts']>()
  for (const { village, counts } of places)
    villages.set(village, addCounts(villages.get(village) ?? noCounts(), counts))
  return [...villages]
    .map(([village, counts]) => ({ village, counts }))
    .sort((one, other) => byName(one.village, other.village))
}
