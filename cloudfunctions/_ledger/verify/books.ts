import type { CivilDay } from '../../../shared/rules/civilDay'
import type { Fields, Store, Stored } from '../../_ports/store'
import { pagesOf } from '../../_ports/pages'

/** What can be wrong with the books (账目), each by a document that shows it. */
export type Rule =
  | 'entryDoesNotBalance'
  | 'entryOfAnotherDay'
  | 'entryOfAnotherCounty'
  | 'entryWithoutFact'
  | 'entrySumDiffers'
  | 'paymentWithoutEntry'
  | 'paymentWithoutOrder'
  | 'unknownState'
  | 'orderSumDiffers'
  | 'unpaidOrderWithPayment'
  | 'paidOrderWithoutPayment'
  | 'lateOrderWithoutRefund'
  | 'refundsAbovePayment'
  | 'reservedDiffers'
  | 'refundedDiffers'
  | 'refundOfNoLine'
  | 'refundWithoutEntry'
  | 'personPaidTwice'
  | 'personNotEnrolled'
  | 'claimNotHeld'
  | 'claimNotReleased'
  | 'claimOfNoOrder'
  | 'enrollmentOfNoOrder'
  | 'enrollmentNotWithdrawn'
  | 'enrollmentAgainstItsWay'
  | 'counterPaymentNotEnrolled'
  | 'counterPaymentNotHeld'
  | 'claimOfNoCounterPayment'
  | 'enrollmentOfNoCounterPayment'
  | 'townDayDiffers'
  | 'reversalByOnePerson'
  | 'reversalOfNoPayment'
  | 'reversedWithoutReversal'
  | 'refundOfNoCounterPayment'
  | 'counterPaymentWithoutRefund'
  | 'billTotalsDiffer'
  | 'notInBill'
  | 'notInLedger'
  | 'billSumDiffers'
  | 'refundNotInBill'
  | 'refundNotInLedger'
  | 'pushDiffers'

export interface Violation {
  rule: Rule
  /** `<collection>/<id>`: never anything about a person. */
  document: string
}

/** What the checks share: the database, what they have found, and what one gathers for another. */
export interface Books {
  store: Store
  merchantId: string
  /** Instant, UTC, by the clock the service goes by. */
  now: string
  violations: Violation[]
  /** Numbers of orders that are open long after they can be paid: a poller that does not come. */
  stuck: string[]
  counts: Record<string, number>
  /** Rows of loaded bills that no entry has answered yet, by transaction and by refund number. */
  billed: { payments: Map<string, BilledPayment>; refunds: Map<string, number>; days: Set<CivilDay> }
  /** What the ledger says of each county's day. */
  days: Map<string, DayTally>
  progress: (collection: string, looked: number) => void
}

export interface BilledPayment {
  row: string
  fen: number
  day: CivilDay
}

export interface DayTally {
  /** Postings to `contributions`, and what they come to for the county. */
  people: number
  fen: number
  /** Instant, UTC, of the last entry that was recorded. */
  recordedAt: string
}

export const violated = (books: Books, rule: Rule, document: string): void =>
  void books.violations.push({ rule, document })

/** Every document of a collection that has a text or number in `field`, in its order. */
export async function* everyOne<F extends Fields>(
  books: Books,
  collection: string,
  field: string,
): AsyncGenerator<Stored<F>> {
  let looked = 0
  for await (const page of pagesOf<F>(books.store, collection, {
    where: {},
    sort: { field, order: 'ascending' },
    limit: 500,
  })) {
    yield* page
    looked += page.length
    books.progress(collection, looked)
  }
  books.counts[collection] = looked
}
