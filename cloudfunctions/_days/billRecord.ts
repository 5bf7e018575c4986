/** WeChat's bill as it is kept: `bills/<mchid>-<date>` and a document a row, `billRows/<mchid>-<date>-<row>`. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents, Store, Stored } from '../_ports/store'
import { pagesOf } from '../_ports/pages'

/** One day's bill of one merchant, as far as it is stored. */
export type BillFields = {
  /** `loading` some rows are stored, the next round goes on · `loaded`. */
  state: 'loading' | 'loaded'
  merchantId: string
  date: CivilDay
  /** SHA-1 of the file; null where WeChat says that there was nothing that day. */
  sha1: string | null
  rows: number
  stored: number
  paidFen: number
  refundedFen: number
  /** Rows of orders nobody here knows are still to be looked at, or do not agree. */
  strays: boolean
  /** Whether they were looked at once. */
  looked: boolean
  /** Instant, UTC. */
  changedAt: string
}

/** One row of a bill; sums in fen, `at` an instant, UTC. */
export type BillRowFields = {
  bill: string
  /** From which file: rows of an earlier one that WeChat replaced do not count. */
  sha1: string
  /** Whose row it is: the region of its order, or `nowhere`. */
  place: string
  row: number
  kind: 'payment' | 'refund'
  at: string
  orderNumber: string
  transactionId: string
  fen: number
  merchantId: string
  /** Of a refund; null for a payment. */
  refundNumber: string | null
  refundStatus: string | null
}

export type Bill = Stored<BillFields>

/** Where rows and entries stand that name an order nobody here made: they belong to no county. */
export const nowhere = 'nowhere'

/** One merchant has one bill a day. */
export const billId = (merchantId: string, date: CivilDay): string => `${merchantId}-${date}`

/** The bill as far as it is stored; undefined before the first round that got one. */
export const billOf = ({ get }: Pick<Documents, 'get'>, merchantId: string, date: CivilDay) =>
  get<BillFields>('bills', billId(merchantId, date))

/** The rows of one place in a bill, in its order. */
export async function* rowsOf(
  store: Store,
  bill: Bill,
  place?: string,
): AsyncGenerator<Stored<BillRowFields>[]> {
  const { sha1 } = bill.fields
  if (sha1 === null) return
  yield* pagesOf<BillRowFields>(store, 'billRows', {
    where: { bill: bill.id, sha1, ...(place === undefined ? {} : { place }) },
    sort: { field: 'row', order: 'ascending' },
    limit: 500,
  })
}
