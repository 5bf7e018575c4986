import { pagesOf } from '../_ports/pages'
import type { Condition, Store, Stored } from '../_ports/store'
import type { SealedField } from './sealedFields'

const pageSize = 100

/** The documents whose sealed text lies in a range, a page after the other. What leaves the range is not missed. */
export const sealedPages = (
  store: Store,
  { collection, field }: SealedField,
  range: Condition,
): AsyncGenerator<Stored[]> =>
  pagesOf(store, collection, {
    where: { [field]: range },
    sort: { field, order: 'ascending' },
    limit: pageSize,
  })
