/**
 * 核账: proves from the database alone that no fen is lost or doubled: entries and payments, ledger and bills, refunds and
 * orders, claims and enrollments, counter payments and the towns' days, pushes and ledger. Reads page by page, writes nothing.
 */
import type { Store } from '../../_ports/store'
import type { Books, Violation } from './books'
import { checkLeftRows, gatherBills } from './checkBills'
import { checkClaims } from './checkClaims'
import { checkCounterPayments } from './checkCounterPayments'
import { checkEnrollmentWays } from './checkEnrollmentWays'
import { checkEntries } from './checkEntries'
import { checkOrders } from './checkOrders'
import { checkPayments } from './checkPayments'
import { checkPushes } from './checkPushes'
import { checkRefunds } from './checkRefunds'

export interface Verified {
  violations: Violation[]
  /** Orders that are open long after they can be paid: no fen is wrong, but the poller does not come. */
  stuck: string[]
  /** How many documents of each collection were looked at. */
  counts: Readonly<Record<string, number>>
}

export interface VerifyOptions {
  /** Whose payments are ours. */
  merchantId: string
  /** Instant, UTC, by the clock the service goes by. */
  now: string
  /** Hears how far it is. */
  progress?: (collection: string, looked: number) => void
}

/** The fields that each collection is walked by: an index on each makes a large database quick. */
export const verifySorts = {
  bills: ['date'],
  ledger: ['recordedAt'],
  payments: ['paidAt'],
  quarantine: ['paidAt'],
  orders: ['createdAt'],
  claims: ['orderNumber', 'counterPayment'],
  enrollments: ['orderNumber', 'counterPayment', 'way'],
  refunds: ['requestedAt'],
  days: ['date'],
  counterPayments: ['enteredAt'],
  counterReversals: ['askedAt'],
  townDays: ['date'],
} as const

export async function verifyLedger(store: Store, options: VerifyOptions): Promise<Verified> {
  const books: Books = {
    store,
    merchantId: options.merchantId,
    now: options.now,
    violations: [],
    stuck: [],
    counts: {},
    billed: { payments: new Map(), refunds: new Map(), days: new Set() },
    days: new Map(),
    progress: options.progress ?? (() => undefined),
  }
  await gatherBills(books)
  await checkEntries(books)
  await checkLeftRows(books)
  await checkPayments(books)
  await checkOrders(books)
  await checkClaims(books)
  await checkCounterPayments(books)
  await checkEnrollmentWays(books)
  await checkRefunds(books)
  await checkPushes(books)
  const { violations, stuck, counts } = books
  return { violations, stuck, counts }
}
