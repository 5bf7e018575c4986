/** Sound books are sound; and whatever is done to a copy of them is named, by rule and document. */
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { Rule } from '../../../cloudfunctions/_ledger/verify/books'
import type { EntryFields } from '../../../cloudfunctions/_ledger/ledgerRecord'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import { soundBooks, verified, type Database, type SoundBooks } from './soundBooks'

let books: SoundBooks
beforeAll(async () => {
  books = await soundBooks()
}, 60_000)

const documentsOf = (database: Database, collection: string): Map<string, Fields> => {
  const documents = database.get(collection)
  if (!documents) throw new Error(`no ${collection}`)
  return documents
}

type At = (books: SoundBooks) => string

/** Changes some fields of one document; it must be there. */
const change =
  (collection: string, id: At, fields: Fields | ((before: Fields) => Fields)) => (database: Database) => {
    const documents = documentsOf(database, collection)
    const before = documents.get(id(books))
    if (!before) throw new Error(`no ${collection}/${id(books)}`)
    documents.set(id(books), { ...before, ...(typeof fields === 'function' ? fields(before) : fields) })
  }

const remove = (collection: string, id: At) => (database: Database) => {
  if (!documentsOf(database, collection).delete(id(books))) throw new Error(`no ${collection}/${id(books)}`)
}

const transactionOf = (orderNumber: string): string => {
  const order = documentsOf(books.database, 'orders').get(orderNumber) as OrderFields | undefined
  return order?.transactionId ?? ''
}
const claimOf = (orderNumber: string): string => {
  const order = documentsOf(books.database, 'orders').get(orderNumber) as OrderFields | undefined
  return order?.lines[0]?.claimId ?? ''
}
const enrollmentOf = (orderNumber: string): string => {
  const order = documentsOf(books.database, 'orders').get(orderNumber) as OrderFields | undefined
  return `${order?.lines[0]?.residentId}-2031`
}
const rowOf = (transactionId: string, kind: string): string =>
  [...documentsOf(books.database, 'billRows')].find(
    ([, row]) => row.transactionId === transactionId && row.kind === kind,
  )?.[0] ?? ''

const payEntry: At = ({ standing }) => `pay-${transactionOf(standing)}`
const payment: At = ({ merchantId, standing }) => `${merchantId}-${transactionOf(standing)}`
const refund: At = ({ givenBack }) => `${givenBack}-0-1`
const payRow: At = ({ standing }) => rowOf(transactionOf(standing), 'payment')
const refundRow: At = ({ givenBack }) => rowOf(transactionOf(givenBack), 'refund')
const day: At = () => 'lakeside-2030-11-20'

const counterPayment = ({ counter, database }: SoundBooks): CounterPaymentFields =>
  documentsOf(database, 'counterPayments').get(counter) as CounterPaymentFields
const counterClaim: At = (b) => counterPayment(b).claimId
const counterYear: At = (b) => `${counterPayment(b).residentId}-2031`

const linesWith = (known: Partial<OrderFields['lines'][number]>) => (before: Fields) => ({
  lines: (before as OrderFields).lines.map((line) => ({ ...line, ...known })),
})
const postingsOf = (factor: number) => (before: Fields) => ({
  postings: (before as EntryFields).postings.map((posting) => ({ ...posting, fen: posting.fen * factor })),
})
const copyAs =
  (collection: string, from: At, to: At, fields: Fields = {}) =>
  (database: Database) => {
    const documents = documentsOf(database, collection)
    documents.set(to(books), { ...documents.get(from(books)), ...fields })
  }

type Plant = [Rule, (database: Database) => void, collection: string, At]

const plants: Plant[] = [
  [
    'entryDoesNotBalance',
    change('ledger', payEntry, (before) => ({
      postings: [...(before as EntryFields).postings, { account: 'suspense', fen: 1, residentId: null }],
    })),
    'ledger',
    payEntry,
  ],
  ['entryOfAnotherDay', change('ledger', payEntry, { day: '2030-11-19' }), 'ledger', payEntry],
  ['entryOfAnotherCounty', change('ledger', payEntry, { region: 'rivertown' }), 'ledger', payEntry],
  ['entryWithoutFact', remove('payments', payment), 'ledger', payEntry],
  [
    'entryWithoutFact',
    change('refunds', refund, { state: 'requested' }),
    'ledger',
    (b) => `owe-${refund(b)}`,
  ],
  ['entrySumDiffers', change('ledger', payEntry, postingsOf(2)), 'ledger', payEntry],
  ['entrySumDiffers', change('refunds', refund, { fen: 1 }), 'ledger', (b) => `refund-${refund(b)}`],
  ['paymentWithoutEntry', remove('ledger', payEntry), 'payments', payment],
  [
    'paymentWithoutEntry',
    copyAs('quarantine', payment, payment, {
      merchantId: '1900000000',
      transactionId: 'lost',
      paidAt: '2030-11-20T04:00:00Z',
    }),
    'quarantine',
    payment,
  ],
  ['paymentWithoutOrder', change('payments', payment, { orderNumber: 'NOSUCHORDER' }), 'payments', payment],
  ['unknownState', change('orders', (b) => b.open, { state: 'forgotten' }), 'orders', (b) => b.open],
  ['unknownState', change('refunds', refund, { state: 'forgotten' }), 'refunds', refund],
  ['unknownState', change('days', day, { state: 'forgotten' }), 'days', day],
  ['orderSumDiffers', change('orders', (b) => b.open, { fen: 1 }), 'orders', (b) => b.open],
  [
    'unpaidOrderWithPayment',
    change('orders', (b) => b.standing, { state: 'closed' }),
    'orders',
    (b) => b.standing,
  ],
  ['paidOrderWithoutPayment', remove('payments', payment), 'orders', (b) => b.standing],
  [
    'lateOrderWithoutRefund',
    change('orders', (b) => b.late, linesWith({ refundNumber: null })),
    'orders',
    (b) => b.late,
  ],
  ['refundsAbovePayment', change('orders', (b) => b.twice, { reservedFen: 40001 }), 'orders', (b) => b.twice],
  ['reservedDiffers', change('orders', (b) => b.standing, { reservedFen: 100 }), 'orders', (b) => b.standing],
  ['refundedDiffers', change('orders', (b) => b.givenBack, { refundedFen: 0 }), 'orders', (b) => b.givenBack],
  [
    'refundOfNoLine',
    change('orders', (b) => b.givenBack, linesWith({ refundNumber: null })),
    'refunds',
    refund,
  ],
  ['refundWithoutEntry', remove('ledger', (b) => `refund-${refund(b)}`), 'refunds', refund],
  ['refundWithoutEntry', remove('ledger', (b) => `owe-${refund(b)}`), 'refunds', refund],
  [
    'personPaidTwice',
    copyAs(
      'orders',
      (b) => b.standing,
      () => 'ZSECONDORDER',
      { createdAt: '2030-11-20T23:00:00Z', region: 'brooktown' },
    ),
    'orders',
    () => 'ZSECONDORDER',
  ],
  ['personNotEnrolled', remove('enrollments', (b) => enrollmentOf(b.standing)), 'orders', (b) => b.standing],
  ['claimNotHeld', remove('claims', (b) => claimOf(b.standing)), 'orders', (b) => b.standing],
  [
    'claimNotReleased',
    copyAs(
      'claims',
      (b) => claimOf(b.standing),
      (b) => claimOf(b.closed),
      {},
    ),
    'orders',
    (b) => b.closed,
  ],
  [
    'claimOfNoOrder',
    copyAs(
      'claims',
      (b) => claimOf(b.standing),
      () => 'somebody-2031',
    ),
    'claims',
    () => 'somebody-2031',
  ],
  [
    'enrollmentOfNoOrder',
    change('enrollments', (b) => enrollmentOf(b.standing), { orderNumber: 'NOSUCHORDER' }),
    'enrollments',
    (b) => enrollmentOf(b.standing),
  ],
  [
    'enrollmentNotWithdrawn',
    change('enrollments', (b) => enrollmentOf(b.givenBack), { withdrawnAt: null }),
    'enrollments',
    (b) => enrollmentOf(b.givenBack),
  ],
  [
    'billTotalsDiffer',
    change('bills', (b) => `${b.merchantId}-2030-11-20`, { paidFen: 1 }),
    'bills',
    (b) => `${b.merchantId}-2030-11-20`,
  ],
  ['notInBill', remove('billRows', payRow), 'ledger', payEntry],
  ['notInLedger', remove('ledger', payEntry), 'billRows', payRow],
  ['billSumDiffers', change('billRows', payRow, { fen: 1 }), 'ledger', payEntry],
  ['refundNotInBill', remove('billRows', refundRow), 'ledger', (b) => `refund-${refund(b)}`],
  [
    'refundNotInLedger',
    copyAs('billRows', refundRow, () => 'stranger', { refundNumber: 'NOBODYASKED', row: 99 }),
    'refunds',
    () => 'NOBODYASKED',
  ],
  [
    'enrollmentWithoutProof',
    change('enrollments', (b) => enrollmentOf(b.standing), { orderNumber: null }),
    'enrollments',
    (b) => enrollmentOf(b.standing),
  ],
  [
    'enrollmentWithoutProof',
    change('enrollments', counterYear, { way: 'roster' }),
    'enrollments',
    counterYear,
  ],
  [
    'counterPaymentNotEnrolled',
    change('enrollments', counterYear, { paidFen: 1 }),
    'counterPayments',
    (b) => b.counter,
  ],
  ['counterPaymentNotHeld', remove('claims', counterClaim), 'counterPayments', (b) => b.counter],
  [
    'claimOfNoCounterPayment',
    copyAs('claims', counterClaim, () => 'somebody-2031'),
    'claims',
    () => 'somebody-2031',
  ],
  [
    'claimOfNoCounterPayment',
    change('claims', counterClaim, { enrolledIn: 'brooktown' }),
    'claims',
    counterClaim,
  ],
  [
    'enrollmentOfNoCounterPayment',
    change('counterPayments', (b) => b.counter, { state: 'withdrawn' }),
    'enrollments',
    counterYear,
  ],
  [
    'enrollmentOfNoCounterPayment',
    change('enrollments', counterYear, { withdrawnAt: '2030-11-21T02:00:00Z' }),
    'enrollments',
    counterYear,
  ],
  ['townDayDiffers', change('townDays', (b) => b.townDay, { fen: 1 }), 'townDays', (b) => b.townDay],
  ['townDayDiffers', change('counterReversals', (b) => b.reversal, { fen: 1 }), 'townDays', (b) => b.townDay],
  [
    'reversalByOnePerson',
    change('counterReversals', (b) => b.reversal, { decidedBy: 'clerk-at-counter' }),
    'counterReversals',
    (b) => b.reversal,
  ],
  [
    'reversalOfNoPayment',
    change('counterPayments', (b) => b.reversed, { state: 'entered' }),
    'counterReversals',
    (b) => b.reversal,
  ],
  [
    'reversedWithoutReversal',
    remove('counterReversals', (b) => b.reversal),
    'counterPayments',
    (b) => b.reversed,
  ],
  [
    'refundOfNoCounterPayment',
    change('refunds', (b) => b.counterRefund, { fen: 1 }),
    'refunds',
    (b) => b.counterRefund,
  ],
  [
    'refundOfNoCounterPayment',
    change('counterPayments', (b) => b.paidBack, { state: 'entered' }),
    'refunds',
    (b) => b.counterRefund,
  ],
  [
    'counterPaymentWithoutRefund',
    change('refunds', (b) => b.counterRefund, { state: 'transferred' }),
    'counterPayments',
    (b) => b.paidBack,
  ],
  ['pushDiffers', change('pushes', (b) => `${day(b)}-v1`, { fen: 1 }), 'days', day],
]

test('a day with everything on it that can happen to an order is sound', async () => {
  const { violations, stuck, counts } = await verified(books)
  expect(violations).toEqual([])
  expect(stuck).toEqual([])
  expect(counts).toMatchObject({ orders: 6, payments: 4, refunds: 4, ledger: 8, bills: 1 })
})

test.each(plants)('%s is named (%#)', async (rule, spoil, collection, id) => {
  const spoilt = (database: Database) => {
    spoil(database)
    if (rule !== 'claimNotReleased') return
    const claim = documentsOf(database, 'claims').get(claimOf(books.closed))
    documentsOf(database, 'claims').set(claimOf(books.closed), { ...claim, orderNumber: books.closed })
  }
  const { violations } = await verified(books, spoilt)
  expect(violations).toContainEqual({ rule, document: `${collection}/${id(books)}` })
})

test('every rule is tried', () => {
  expect(new Set(plants.map(([rule]) => rule)).size).toBe(42)
})

test('an order nobody follows is stuck, and no violation', async () => {
  const { violations, stuck } = await verified(books, undefined, '2030-11-21T04:00:00.000Z')
  expect(violations).toEqual([])
  expect(stuck).toEqual([books.open])
})

test('a person and year of two counties is one person: the claim has no county in it', async () => {
  const { violations } = await verified(
    books,
    copyAs(
      'orders',
      ({ standing }) => standing,
      () => 'ZELSEWHERE',
      { region: 'brooktown' },
    ),
  )
  expect(violations.map(({ rule }) => rule)).toContain('personPaidTwice')
})
