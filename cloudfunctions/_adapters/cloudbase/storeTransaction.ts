import type { Documents, Fields, Stored } from '../../_ports/store'
import type { Attempt } from '../storage/storeOn'
import type { CloudbaseDatabase, CloudbaseTransaction } from './storeDatabase'
import {
  copyOf,
  isConflict,
  isDuplicate,
  newDocument,
  storedFrom,
  type CloudbaseDocument,
} from './storeDocument'

/**
 * One try at a transaction. The SDK's `runTransaction` is not used: it retries at once, and takes an unknown
 * commit for a failed one.
 */
export async function cloudbaseTransaction<T>(
  database: CloudbaseDatabase,
  work: (documents: Documents) => Promise<T>,
): Promise<Attempt<T>> {
  const transaction = await database.startTransaction()
  const steps = new Steps(database, transaction)
  let value: T
  try {
    value = await work(steps)
  } catch (error) {
    await rollBack(transaction)
    if (steps.conflicted) return { kind: 'conflict' }
    throw error
  }
  if (steps.conflicted) {
    await rollBack(transaction)
    return { kind: 'conflict' }
  }
  return (await commit(transaction)) === 'landed' ? { kind: 'landed', value } : { kind: 'conflict' }
}

/** Only a stated conflict says that nothing was written; after any other failure it may have been. */
async function commit(transaction: CloudbaseTransaction): Promise<Attempt<never>['kind']> {
  try {
    await transaction.commit()
    return 'landed'
  } catch (error) {
    if (isConflict(error)) return 'conflict'
    throw new Error('The commit was not confirmed: the transaction may or may not have landed', {
      cause: error,
    })
  }
}

/** The server drops an open transaction after 30 s by itself, so a failed rollback changes nothing. */
async function rollBack(transaction: CloudbaseTransaction): Promise<void> {
  await transaction.rollback(undefined).catch(() => undefined)
}

/** Documents inside a transaction. Only `doc(id)` and `add` belong to it; `where` would silently work outside. */
class Steps implements Documents {
  /** Kept here because `work` may catch the error that tells of it. */
  conflicted = false
  private readonly known = new Map<string, Stored | undefined>()
  /** MongoDB forbids two operations at once in one transaction, so each waits for the one before. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly database: CloudbaseDatabase,
    private readonly transaction: CloudbaseTransaction,
  ) {}

  get<F extends Fields>(collection: string, id: string): Promise<Stored<F> | undefined> {
    return this.inTurn(async () => {
      const document = await this.look(collection, id)
      return document && { ...document, fields: copyOf(document.fields) as F }
    })
  }

  insert(collection: string, id: string, fields: Fields): Promise<'inserted' | 'exists'> {
    return this.inTurn(async () => {
      // Looking first, because a duplicate id would abort the whole transaction.
      if (await this.look(collection, id)) return 'exists'
      const document = newDocument(id, fields)
      await this.transaction.collection(collection).add(document)
      this.remember(collection, document)
      return 'inserted'
    })
  }

  replace(collection: string, id: string, revision: number, fields: Fields): Promise<'replaced' | 'stale'> {
    return this.inTurn(async () => {
      if ((await this.look(collection, id))?.revision !== revision) return 'stale'
      const document = { _id: id, revision: revision + 1, fields: copyOf(fields) }
      const { command } = this.database
      await this.transaction
        .collection(collection)
        .doc(id)
        .update({ revision: document.revision, fields: command.set(document.fields) })
      this.remember(collection, document)
      return 'replaced'
    })
  }

  /** A transaction reads one snapshot, so a document needs fetching only once. */
  private async look(collection: string, id: string): Promise<Stored | undefined> {
    const key = `${collection}/${id}`
    if (!this.known.has(key)) {
      const { data } = await this.transaction.collection(collection).doc(id).get()
      this.known.set(key, data === null ? undefined : storedFrom(data as CloudbaseDocument))
    }
    return this.known.get(key)
  }

  private remember(collection: string, document: CloudbaseDocument): void {
    const copy = { ...document, fields: copyOf(document.fields) }
    this.known.set(`${collection}/${document._id}`, storedFrom(copy))
  }

  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.turn.then(step).catch((error: unknown) => {
      // Someone else inserted the same id after our snapshot: to run again is to find it there.
      this.conflicted ||= isConflict(error) || isDuplicate(error)
      throw error
    })
    this.turn = result.catch(() => undefined)
    return result
  }
}
