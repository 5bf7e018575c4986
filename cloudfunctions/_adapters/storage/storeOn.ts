import { setTimeout as pause } from 'node:timers/promises'
import type { Documents, Fields, Page, Query, Store, Stored } from '../../_ports/store'
import { checkAddress, checkFields, checkRevision } from './checkDocument'
import { writeCursor } from './pageCursor'
import { selectionOf, type Selection } from './selection'
import { whileOpen } from './whileOpen'

/** What one try at a transaction came to. A conflict left nothing behind and may be tried again. */
export type Attempt<T> = { kind: 'landed'; value: T } | { kind: 'conflict' }

/** The part of a store that differs between databases; everything it is given has been checked. */
export interface StorageEngine extends Documents {
  select(collection: string, selection: Selection): Promise<Stored[]>
  attempt<T>(work: (documents: Documents) => Promise<T>): Promise<Attempt<T>>
}

/** Eight tries with growing random pauses end within 2 s, inside the 5 s a cloud function has. */
const mostAttempts = 8
const firstPauseMilliseconds = 8

/** Puts the port's guards, its paging and its retries around an engine, so that no adapter has its own. */
export function storeOn(engine: StorageEngine): Store {
  return {
    ...guarded(engine),
    find: <F extends Fields>(collection: string, query: Query) => findPage<F>(engine, collection, query),
    transaction: (work) => untilNoConflict(engine, work),
  }
}

function guarded(documents: Documents): Documents {
  return {
    async get<F extends Fields>(collection: string, id: string) {
      checkAddress(collection, id)
      return documents.get<F>(collection, id)
    },
    async insert(collection, id, fields) {
      checkAddress(collection, id)
      checkFields(collection, fields)
      return documents.insert(collection, id, fields)
    },
    async replace(collection, id, revision, fields) {
      checkAddress(collection, id)
      checkRevision(collection, revision)
      checkFields(collection, fields)
      return documents.replace(collection, id, revision, fields)
    },
  }
}

async function findPage<F extends Fields>(
  engine: StorageEngine,
  collection: string,
  query: Query,
): Promise<Page<F>> {
  const selection = selectionOf(collection, query)
  // One more than asked for tells whether there is another page.
  const found = await engine.select(collection, { ...selection, limit: selection.limit + 1 })
  const documents = found.slice(0, selection.limit) as Stored<F>[]
  const last = documents.at(-1)
  return found.length > documents.length && last
    ? { documents, cursor: writeCursor(last, query.sort) }
    : { documents }
}

async function untilNoConflict<T>(
  engine: StorageEngine,
  work: (documents: Documents) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    // The SDK's own retries follow each other at once, and the same rivals meet again.
    if (attempt > 0) await pause(Math.random() * firstPauseMilliseconds * 2 ** attempt)
    const outcome = await engine.attempt((documents) => whileOpen(guarded(documents), work))
    if (outcome.kind === 'landed') return outcome.value
  }
  throw new Error(`The transaction met a conflict ${mostAttempts} times; nothing was written`)
}
