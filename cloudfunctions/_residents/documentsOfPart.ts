import { pagesOf } from '../_ports/pages'
import type { Fields, Store, Stored } from '../_ports/store'

/** The most a page may hold: a part of a county is thousands of documents. */
const pageSize = 500

/** Everything of a collection that lies in one part (分片) of a region; with a coverage year, of that year alone. */
export async function* documentsOfPart<F extends Fields>(
  store: Pick<Store, 'find'>,
  collection: string,
  { region, partition, coverageYear }: { region: string; partition: string; coverageYear?: number },
): AsyncGenerator<Stored<F>> {
  for await (const page of pagesOf<F>(store, collection, {
    where: { region, ...(coverageYear === undefined ? {} : { coverageYear }), partition },
    sort: { field: 'partition', order: 'ascending' },
    limit: pageSize,
  }))
    yield* page
}
