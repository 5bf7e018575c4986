import type { Condition, Page, Store, Stored } from '../_ports/store'
import type { SealedField } from './sealedFields'

const pageSize = 100

/** The documents whose sealed text lies in a range, a page after the other. What leaves the range is not missed. */
export async function* sealedPages(
  store: Store,
  { collection, field }: SealedField,
  range: Condition,
): AsyncGenerator<Stored[]> {
  let cursor: string | undefined
  do {
    const page: Page = await store.find(collection, {
      where: { [field]: range },
      sort: { field, order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (page.documents.length > 0) yield page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}
