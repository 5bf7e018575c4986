/**
 * The storage port in memory, for the simulation: the port's guards, CloudBase's transactions, and every access a step
 * that somebody else decides when to take.
 */
import {
  checkAddress,
  checkFields,
  checkRevision,
} from '../../../cloudfunctions/_adapters/storage/checkDocument'
import { writeCursor } from '../../../cloudfunctions/_adapters/storage/pageCursor'
import { selectionOf } from '../../../cloudfunctions/_adapters/storage/selection'
import { whileOpen } from '../../../cloudfunctions/_adapters/storage/whileOpen'
import type { Documents, Fields, Page, Query, Store, Stored } from '../../../cloudfunctions/_ports/store'
import { copyOf, type DocumentVersions, type OpenTransaction } from './documentVersions'
import { selectFrom } from './selectFrom'
import { later } from '../engine/step'
import { SimulatedOutage } from '../engine/simulatedOutage'

/** What an access does to the store: `commit` is the one whose lost reply leaves the caller in doubt about everything. */
export type Access = 'read' | 'write' | 'begin' | 'inside' | 'commit'

/** Who decides when an access happens, and whether its answer arrives. */
export interface StoreSteps {
  /** `act` answers `later` while an open transaction is in the way. */
  take<T>(access: Access, verb: string, object: string, act: () => T | typeof later): Promise<T>
  /** Before a transaction runs again after a conflict. */
  pause(milliseconds: number): Promise<void>
  /** Told of every transaction that begins, so that one whose owner is gone can be ended in time. */
  began(transaction: OpenTransaction): void
}

/** As `storeOn` has it. */
const mostAttempts = 8
const firstPauseMs = 8

export function simulatedStore(versions: DocumentVersions, steps: StoreSteps): Store {
  return {
    async get<F extends Fields>(collection: string, id: string) {
      checkAddress(collection, id)
      return steps.take('read', 'get', `${collection}/${id}`, () =>
        copied<F>(versions.latest(collection, id)),
      )
    },
    async insert(collection, id, fields) {
      checkAddress(collection, id)
      checkFields(collection, fields)
      const after = { id, revision: 1, fields: copyOf(fields) }
      return steps.take('write', 'insert', `${collection}/${id}`, () => {
        if (!versions.mayWriteOutside(collection, id)) return later
        if (versions.latest(collection, id)) return 'exists'
        versions.writeOutside(collection, after)
        return 'inserted'
      })
    },
    async replace(collection, id, revision, fields) {
      checkAddress(collection, id)
      checkRevision(collection, revision)
      checkFields(collection, fields)
      const after = { id, revision: revision + 1, fields: copyOf(fields) }
      return steps.take('write', 'replace', `${collection}/${id}`, () => {
        if (!versions.mayWriteOutside(collection, id)) return later
        if (versions.latest(collection, id)?.revision !== revision) return 'stale'
        versions.writeOutside(collection, after)
        return 'replaced'
      })
    },
    async find<F extends Fields>(collection: string, query: Query) {
      const selection = selectionOf(collection, query)
      return steps.take('read', 'find', collection, (): Page<F> => {
        const found = selectFrom(versions.all(collection), { ...selection, limit: selection.limit + 1 })
        const documents = found.slice(0, selection.limit).map((stored) => copied<F>(stored) as Stored<F>)
        const last = documents.at(-1)
        return found.length > documents.length && last
          ? { documents, cursor: writeCursor(last, query.sort) }
          : { documents }
      })
    },
    async transaction(work) {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        if (attempt > 0) await steps.pause(firstPauseMs * 2 ** attempt)
        const outcome = await attemptOnce(versions, steps, work)
        if (outcome.kind === 'landed') return outcome.value
      }
      throw new SimulatedOutage(`The transaction met a conflict ${mostAttempts} times; nothing was written`)
    },
  }
}

async function attemptOnce<T>(
  versions: DocumentVersions,
  steps: StoreSteps,
  work: (documents: Documents) => Promise<T>,
): Promise<{ kind: 'landed'; value: T } | { kind: 'conflict' }> {
  const transaction = await steps.take('begin', 'begin', '', () => versions.begin())
  steps.began(transaction)
  let value: T
  try {
    value = await whileOpen(documentsInside(versions, steps, transaction), work)
  } catch (error) {
    versions.end(transaction)
    if (transaction.conflicted) return { kind: 'conflict' }
    throw error
  }
  if (transaction.conflicted) return { kind: 'conflict' }
  await steps.take('commit', 'commit', '', () => versions.commit(transaction))
  return { kind: 'landed', value }
}

function documentsInside(
  versions: DocumentVersions,
  steps: StoreSteps,
  transaction: OpenTransaction,
): Documents {
  const look = (collection: string, id: string) => versions.seenBy(transaction, collection, id)
  return {
    async get<F extends Fields>(collection: string, id: string) {
      checkAddress(collection, id)
      return steps.take('inside', 'get', `${collection}/${id}`, () => copied<F>(look(collection, id)))
    },
    async insert(collection, id, fields) {
      checkAddress(collection, id)
      checkFields(collection, fields)
      const after = { id, revision: 1, fields: copyOf(fields) }
      return steps.take('inside', 'insert', `${collection}/${id}`, () => {
        if (look(collection, id)) return 'exists'
        versions.writeInside(transaction, collection, after)
        return 'inserted'
      })
    },
    async replace(collection, id, revision, fields) {
      checkAddress(collection, id)
      checkRevision(collection, revision)
      checkFields(collection, fields)
      const after = { id, revision: revision + 1, fields: copyOf(fields) }
      return steps.take('inside', 'replace', `${collection}/${id}`, () => {
        if (look(collection, id)?.revision !== revision) return 'stale'
        versions.writeInside(transaction, collection, after)
        return 'replaced'
      })
    },
  }
}

const copied = <F extends Fields>(stored: Stored | undefined): Stored<F> | undefined =>
  stored && { ...stored, fields: copyOf(stored.fields) as F }
