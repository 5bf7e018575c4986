/**
 * Finds records that may be one person, a slice of the index at a time: residents of a region who share name and birth day become pairs
 * for somebody to decide; of those whom two regions know by the same name and number, only the number is kept, for each region.
 */
import { pagesOf } from '../_ports/pages'
import type { Store, Stored } from '../_ports/store'
import { isNobodys, type ResidentFields } from '../_residents/residentRecord'
import { duplicateIdOf, type DuplicateFields } from './duplicateRecord'

/** Indexes are hexadecimal: the slices of all that begin alike. */
export const slices: readonly string[] = Array.from({ length: 256 }, (_none, slice) =>
  slice.toString(16).padStart(2, '0'),
)

const pageSize = 500
/** More than so many of one name and birth day are no slip: they are left to the rosters. */
const mostAlike = 6

type Group = Stored<ResidentFields>[]

/** Pairs of one region in one slice. Answers how many were not known before. */
export async function findPairs(store: Store, region: string, slice: string, at: string): Promise<number> {
  let found = 0
  for await (const group of groupsOf(store, 'likeness', slice, { region }))
    for (const pair of pairsIn(group)) if (await putPair(store, region, pair, at)) found += 1
  return found
}

/** For each region, how many of its residents in one slice another region knows as well. */
export async function countElsewhere(store: Store, slice: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for await (const group of groupsOf(store, 'nameIndex', slice, {})) {
    const regions = new Set(group.map(({ fields }) => fields.region))
    if (regions.size > 1) for (const region of regions) counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  return counts
}

/** Those who share an index, in the order of the index. A record that is nobody's any more is like nobody. */
async function* groupsOf(
  store: Store,
  field: 'likeness' | 'nameIndex',
  slice: string,
  where: Readonly<Record<string, string>>,
): AsyncGenerator<Group> {
  let group: Group = []
  for await (const page of pagesOf<ResidentFields>(store, 'residents', {
    where: { ...where, [field]: { from: slice, before: `${slice}g` } },
    sort: { field, order: 'ascending' },
    limit: pageSize,
  }))
    for (const one of page) {
      if (isNobodys(one)) continue
      if (group[0] && group[0].fields[field] !== one.fields[field]) {
        if (group.length > 1) yield group
        group = []
      }
      group.push(one)
    }
  if (group.length > 1) yield group
}

function pairsIn(group: Group): [Stored<ResidentFields>, Stored<ResidentFields>][] {
  if (group.length > mostAlike) return []
  return group.flatMap((one, index) =>
    group.slice(index + 1).map((other): [Stored<ResidentFields>, Stored<ResidentFields>] => [one, other]),
  )
}

/** A pair that is known keeps its state; only whose town it is may have changed. */
async function putPair(
  store: Store,
  region: string,
  [one, other]: [Stored<ResidentFields>, Stored<ResidentFields>],
  at: string,
): Promise<boolean> {
  const people = [one.id, other.id].sort() as [string, string]
  const town = one.fields.town === other.fields.town ? one.fields.town : null
  return store.transaction(async (documents) => {
    const standing = await documents.get<DuplicateFields>('duplicates', duplicateIdOf(people))
    if (standing && standing.fields.town === town) return false
    if (standing) {
      await documents.replace('duplicates', standing.id, standing.revision, { ...standing.fields, town })
      return false
    }
    const fields: DuplicateFields = {
      region,
      town,
      people,
      state: 'open',
      keep: null,
      foundAt: at,
      changedAt: at,
      decidedBy: null,
    }
    return (await documents.insert('duplicates', duplicateIdOf(people), fields)) === 'inserted'
  })
}
