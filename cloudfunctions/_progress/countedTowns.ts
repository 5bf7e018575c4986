import { pagesOf } from '../_ports/pages'
import type { Store } from '../_ports/store'
import type { CountedYear, TownFields } from './progressRecord'

/** The sums of every town within reach. */
export async function countedTowns(
  store: Pick<Store, 'find'>,
  { region, coverageYear }: CountedYear,
): Promise<TownFields[]> {
  const towns: TownFields[] = []
  for await (const page of pagesOf<TownFields>(store, 'progressTowns', {
    where: { region, coverageYear },
    sort: { field: 'asOf', order: 'ascending' },
    limit: 500,
  }))
    towns.push(...page.map(({ fields }) => fields))
  return towns
}
