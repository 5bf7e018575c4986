/** The hands that spoil a copy of sound books: change, remove or copy one document, and where the documents are. */
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { EntryFields } from '../../../cloudfunctions/_ledger/ledgerRecord'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import type { Database, SoundBooks } from './soundBooks'

const documentsOf = (database: Database, collection: string): Map<string, Fields> => {
  const documents = database.get(collection)
  if (!documents) throw new Error(`no ${collection}`)
  return documents
}

/** Where a document is, by the books it is in. */
export type At = (books: SoundBooks) => string
export type Spoil = (database: Database, books: SoundBooks) => void

/** Changes some fields of one document; it must be there. */
export const change =
  (collection: string, id: At, fields: Fields | ((before: Fields) => Fields)): Spoil =>
  (database, books) => {
    const documents = documentsOf(database, collection)
    const before = documents.get(id(books))
    if (!before) throw new Error(`no ${collection}/${id(books)}`)
    documents.set(id(books), { ...before, ...(typeof fields === 'function' ? fields(before) : fields) })
  }

export const remove =
  (collection: string, id: At): Spoil =>
  (database, books) => {
    if (!documentsOf(database, collection).delete(id(books))) throw new Error(`no ${collection}/${id(books)}`)
  }

type Which = 'standing' | 'givenBack' | 'late' | 'twice' | 'open' | 'closed'

const orderOf = (books: SoundBooks, which: Which): OrderFields | undefined =>
  documentsOf(books.database, 'orders').get(books[which]) as OrderFields | undefined
const transactionOf = (books: SoundBooks, which: Which): string => orderOf(books, which)?.transactionId ?? ''
export const claimOf =
  (which: Which): At =>
  (books) =>
    orderOf(books, which)?.lines[0]?.claimId ?? ''
export const enrollmentOf =
  (which: Which): At =>
  (books) =>
    `${orderOf(books, which)?.lines[0]?.residentId}-2031`
const rowOf =
  (which: Which, kind: string): At =>
  (books) =>
    [...documentsOf(books.database, 'billRows')].find(
      ([, row]) => row.transactionId === transactionOf(books, which) && row.kind === kind,
    )?.[0] ?? ''

export const payEntry: At = (books) => `pay-${transactionOf(books, 'standing')}`
export const payment: At = (books) => `${books.merchantId}-${transactionOf(books, 'standing')}`
export const refund: At = ({ givenBack }) => `${givenBack}-0-1`
export const payRow: At = rowOf('standing', 'payment')
export const refundRow: At = rowOf('givenBack', 'refund')
export const day: At = () => 'lakeside-2030-11-20'

const counterPayment = ({ counter, database }: SoundBooks): CounterPaymentFields =>
  documentsOf(database, 'counterPayments').get(counter) as CounterPaymentFields
export const counterClaim: At = (b) => counterPayment(b).claimId
export const counterYear: At = (b) => `${counterPayment(b).residentId}-2031`

export const linesWith = (known: Partial<OrderFields['lines'][number]>) => (before: Fields) => ({
  lines: (before as OrderFields).lines.map((line) => ({ ...line, ...known })),
})
export const postingsOf = (factor: number) => (before: Fields) => ({
  postings: (before as EntryFields).postings.map((posting) => ({ ...posting, fen: posting.fen * factor })),
})
export const copyAs =
  (collection: string, from: At, to: At, fields: Fields | ((books: SoundBooks) => Fields) = {}): Spoil =>
  (database, books) => {
    const documents = documentsOf(database, collection)
    documents.set(to(books), {
      ...documents.get(from(books)),
      ...(typeof fields === 'function' ? fields(books) : fields),
    })
  }
