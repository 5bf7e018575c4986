/**
 * The part of `@cloudbase/node-sdk`'s database that the store uses, with the answers the SDK types as `any`.
 * `cloudbase.init({ … }).database()` fits it.
 */
export interface CloudbaseDatabase {
  command: Commands
  collection(name: string): Collection
  startTransaction(): Promise<CloudbaseTransaction>
}

export interface CloudbaseTransaction {
  collection(name: string): Pick<Collection, 'add' | 'doc'>
  commit(): Promise<unknown>
  rollback(reason: unknown): Promise<unknown>
}

/** Objects of the SDK that stand for an operator; they mean something only inside a query or an update. */
type Operator = object

interface Commands {
  and(...conditions: Operator[]): Operator
  or(...conditions: Operator[]): Operator
  eq(value: unknown): Operator
  gte(value: unknown): Operator
  gt(value: unknown): Operator
  lte(value: unknown): Operator
  lt(value: unknown): Operator
  set(value: unknown): Operator
}

interface Collection {
  add(document: object): Promise<unknown>
  doc(id: string): DocumentReference
  where(query: object): FilteredCollection
}

interface DocumentReference {
  /** A list outside a transaction; one document or null inside. */
  get(): Promise<{ data: unknown }>
  update(data: object): Promise<{ updated: number }>
}

interface FilteredCollection {
  orderBy(field: string, direction: 'asc' | 'desc'): FilteredCollection
  limit(limit: number): FilteredCollection
  get(): Promise<{ data: unknown }>
  update(data: object): Promise<{ updated: number }>
}
