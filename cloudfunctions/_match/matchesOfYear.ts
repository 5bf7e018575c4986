import type { Store } from '../_ports/store'
import type { Match, MatchFields } from './matchRecord'
import { monthsOf } from './monthsToMatch'

/** The matches of a coverage year, the latest month first. */
export const matchesOfYear = async (
  store: Pick<Store, 'find'>,
  region: string,
  coverageYear: number,
): Promise<Match[]> => {
  const { documents } = await store.find<MatchFields>('matches', {
    where: { region, coverageYear },
    sort: { field: 'month', order: 'descending' },
    limit: monthsOf(coverageYear).length,
  })
  return documents
}
