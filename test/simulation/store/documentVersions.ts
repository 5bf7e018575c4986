import type { Fields, FieldValue, Stored } from '../../../cloudfunctions/_ports/store'
import { SimulatedOutage } from '../engine/simulatedOutage'

/** One document before and after a commit. */
export interface Change {
  collection: string
  id: string
  before: Stored | undefined
  after: Stored
}

interface Version {
  /** The count of commits when this version was written; 0: it was there from the start. */
  commit: number
  stored: Stored
}

/** Documents by collection and id that are there from the start; never written to. */
export type Beginning = ReadonlyMap<string, ReadonlyMap<string, Stored>>

/** A transaction that is open: what it sees, and what it has written so far. */
export interface OpenTransaction {
  snapshot: number
  writes: Map<string, Change>
  conflicted: boolean
  open: boolean
}

/** Somebody else wrote a document first; the transaction is lost. */
class WriteConflict extends Error {
  override name = 'WriteConflict'
}

/**
 * Documents with all their versions, and transactions over them as CloudBase has them: each reads the one snapshot it
 * began with, the first writer of a document wins, and the loser is lost at once. Reads hold nothing.
 */
export class DocumentVersions {
  private commits = 0
  private readonly collections = new Map<string, Map<string, Version[]>>()
  /** Who has written which document and not yet ended. */
  private readonly writers = new Map<string, OpenTransaction>()

  /** `onCommit` is told of every commit, whole, after it has landed. */
  constructor(
    private readonly beginning: Beginning = new Map(),
    private readonly onCommit: (changes: readonly Change[]) => void = () => undefined,
  ) {}

  latest(collection: string, id: string): Stored | undefined {
    return (
      this.collections.get(collection)?.get(id)?.at(-1)?.stored ?? this.beginning.get(collection)?.get(id)
    )
  }

  /** All documents of a collection as they stand. */
  all(collection: string): Stored[] {
    const own = this.collections.get(collection)
    const since = own ? Array.from(own.values(), (versions) => (versions.at(-1) as Version).stored) : []
    const first = this.beginning.get(collection)
    return first ? [...since, ...[...first.values()].filter(({ id }) => !own?.has(id))] : since
  }

  begin(): OpenTransaction {
    return { snapshot: this.commits, writes: new Map(), conflicted: false, open: true }
  }

  /** @throws SimulatedOutage where it has ended. */
  seenBy(transaction: OpenTransaction, collection: string, id: string): Stored | undefined {
    if (!transaction.open)
      throw new SimulatedOutage('the transaction is not open: CloudBase drops one that takes too long')
    const own = transaction.writes.get(keyOf(collection, id))
    if (own) return own.after
    const versions = this.collections.get(collection)?.get(id) ?? []
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i] as Version
      if (version.commit <= transaction.snapshot) return version.stored
    }
    return this.beginning.get(collection)?.get(id)
  }

  /** @throws WriteConflict where another one has written the document since this transaction began. */
  writeInside(transaction: OpenTransaction, collection: string, after: Stored): void {
    const key = keyOf(collection, after.id)
    const writer = this.writers.get(key)
    const since = this.collections.get(collection)?.get(after.id)?.at(-1)?.commit ?? 0
    if ((writer && writer !== transaction) || since > transaction.snapshot) {
      transaction.conflicted = true
      this.end(transaction)
      throw new WriteConflict(`${collection}: another writer was first`)
    }
    const before = transaction.writes.get(key)?.before ?? this.latest(collection, after.id)
    transaction.writes.set(key, { collection, id: after.id, before, after })
    this.writers.set(key, transaction)
  }

  /** False where an open transaction has written the document: CloudBase lets a write from outside wait for its end. */
  mayWriteOutside(collection: string, id: string): boolean {
    return !this.writers.has(keyOf(collection, id))
  }

  writeOutside(collection: string, after: Stored): void {
    this.land([{ collection, id: after.id, before: this.latest(collection, after.id), after }])
  }

  /** @throws SimulatedOutage where it has ended. */
  commit(transaction: OpenTransaction): void {
    const { writes, open } = transaction
    if (!open)
      throw new SimulatedOutage('the transaction is not open: CloudBase drops one that takes too long')
    this.end(transaction)
    if (writes.size > 0) this.land([...writes.values()])
  }

  /** Ends a transaction; what it has not committed by then is gone. */
  end(transaction: OpenTransaction): void {
    if (!transaction.open) return
    transaction.open = false
    for (const key of transaction.writes.keys()) this.writers.delete(key)
  }

  private land(changes: readonly Change[]): void {
    const commit = ++this.commits
    for (const { collection, id, after } of changes)
      this.versionsOf(collection, id).push({ commit, stored: after })
    this.onCommit(changes)
  }

  private versionsOf(collection: string, id: string): Version[] {
    const documents = this.collections.get(collection) ?? new Map<string, Version[]>()
    this.collections.set(collection, documents)
    const versions = documents.get(id) ?? []
    documents.set(id, versions)
    return versions
  }
}

const keyOf = (collection: string, id: string): string => `${collection}/${id}`

/** A copy that shares nothing with the original. */
export function copyOf<F extends Fields>(fields: F): F {
  return copyOfValue(fields) as F
}

function copyOfValue(value: FieldValue): FieldValue {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOfValue)
  const copy: Fields = {}
  for (const name of Object.keys(value)) copy[name] = copyOfValue(value[name] as FieldValue)
  return copy
}
