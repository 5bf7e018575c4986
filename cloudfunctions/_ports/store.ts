/**
 * The storage port (存储): the little that use cases need from a document database, and no more, so that
 * CloudBase and the embedded SQLite can both keep it exactly. Uniqueness comes from ids, never from hope.
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

/** Equality, or a range over values of one type (text with text, number with number). */
export type Condition =
  | string
  | number
  | boolean
  | { from?: string | number; after?: string | number; to?: string | number; before?: string | number }

/** One bounded page. `limit` is required (1 to 500); the sort field is text or number, ties are broken by id. */
export interface Query {
  where: Readonly<Record<string, Condition>>
  sort: { field: string; order: 'ascending' | 'descending' }
  limit: number
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

export interface Store extends Documents {
  find<F extends Fields>(collection: string, query: Query): Promise<Page<F>>
  /**
   * All writes of `work` land, or none. `work` may run again after a conflict, so it must not touch anything
   * but `documents`. Throws when the outcome is unknown or the database is down; a value it returns has landed.
   */
  transaction<T>(work: (documents: Documents) => Promise<T>): Promise<T>
}
