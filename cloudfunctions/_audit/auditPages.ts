import { pagesOf } from '../_ports/pages'
import type { Fields, Query, Store, Stored } from '../_ports/store'
import type { LinkFields } from './auditRecord'

/** Every document a query finds, a page after the other. */
export async function* everyOne<F extends Fields>(
  store: Store,
  collection: string,
  query: Pick<Query, 'where' | 'sort'>,
): AsyncGenerator<Stored<F>> {
  for await (const page of pagesOf<F>(store, collection, { ...query, limit: 100 })) yield* page
}

/** The links behind one, in order; 0 stands before the first. */
export const linksAfter = (store: Store, seq: number): AsyncGenerator<Stored<LinkFields>> =>
  everyOne(store, 'auditChain', {
    where: { seq: { after: seq } },
    sort: { field: 'seq', order: 'ascending' },
  })
