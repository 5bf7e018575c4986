/**
 * The storage port (存储): the little that use cases need from a document database, and no more, so that
 * CloudBase and the embedded SQLite can both keep it exactly. Uniqueness comes from ids, never from hope.
 *
 * Both adapters refuse what the two databases would read differently; such a call is a bug and throws
 * `StoreMisuse` before anything is written: undefined, NaN, infinities, dates, field names that are empty or
 * hold `$` or `.`, ids that are empty or hold `/`, a range over mixed types, a read without a limit. A cursor has been with a client:
 * one that no page gave out throws `UnreadableCursor`.
 */

/** What a field may hold. No undefined, no dates, no bigints: the two databases disagree about them. */
export type FieldValue = string | number | boolean | null | FieldValue[] | { [field: string]: FieldValue }

/** A document as a use case writes it: plain fields, without id and revision. */
export type Fields = { [field: string]: FieldValue }

/** A document as it is stored: `revision` starts at 1 and grows by one with every replacement. */
export interface Stored<F extends Fields = Fields> {
  id: string
  revision: number
  fields: F
}

/**
 * Equality, or a range over values of one type (text with text, number with number). Types never mix: text
 * does not match a number, true does not match 1, and null or a missing field matches nothing. Text is
 * ordered by its UTF-8 bytes. A field named in a query holds single values, never a list.
 */
export type Condition =
  | string
  | number
  | boolean
  | { from?: string | number; after?: string | number; to?: string | number; before?: string | number }

/**
 * One bounded page. `limit` is required (1 to 500). Conditions and sort name fields at the top level.
 * The sort field holds text or number; a document whose sort field holds neither is not found. Numbers come
 * before text, ties are broken by id in the same order.
 */
export interface Query {
  where: Readonly<Record<string, Condition>>
  sort: { field: string; order: 'ascending' | 'descending' }
  limit: number
  /**
   * From the page before, for the same conditions and sort. It holds the sort value of that page's last
   * document: sort by something that may leave the service, and keep cursors out of addresses and logs.
   */
  cursor?: string
}

export interface Page<F extends Fields = Fields> {
  documents: Stored<F>[]
  /** Present while there is more to read. */
  cursor?: string
}

/** Single documents by id: all that a CloudBase transaction really isolates. */
export interface Documents {
  get<F extends Fields>(collection: string, id: string): Promise<Stored<F> | undefined>
  /** `exists`: another document has this id; nothing was written. */
  insert(collection: string, id: string, fields: Fields): Promise<'inserted' | 'exists'>
  /** Writes only if the stored revision is still `revision`; `stale` covers a changed and a missing document. */
  replace(collection: string, id: string, revision: number, fields: Fields): Promise<'replaced' | 'stale'>
}

/**
 * The most documents that one transaction may touch. CloudBase states no number; it drops a transaction after 30 s, and a first look
 * and a write are each a request of their own there, one after the other: so many may still take 100 ms a request. Both adapters
 * refuse more, so that what runs on the embedded database has shown that it fits.
 */
export const mostPerTransaction = 150

export interface Store extends Documents {
  find<F extends Fields>(collection: string, query: Query): Promise<Page<F>>
  /**
   * All writes of `work` land, or none. `work` may run again after a conflict, so it must not touch anything
   * but `documents`, and at most `mostPerTransaction` of them. Throws when the outcome is unknown or the database is down; a value it returns has landed.
   *
   * Writes are guarded, reads are not: a document that `work` only read may have changed by the time the
   * writes land. Replace a document, even with the same fields, to hold it still.
   */
  transaction<T>(work: (documents: Documents) => Promise<T>): Promise<T>
}
