import type { Fields, Query, Store, Stored } from './store'

/** Everything a query finds, a page at a time: CloudBase would silently stop at 1000. */
export async function* pagesOf<F extends Fields>(
  store: Pick<Store, 'find'>,
  collection: string,
  query: Omit<Query, 'cursor'>,
): AsyncGenerator<Stored<F>[]> {
  let cursor: string | undefined
  do {
    const page = await store.find<F>(collection, { ...query, ...(cursor === undefined ? {} : { cursor }) })
    if (page.documents.length > 0) yield page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}
