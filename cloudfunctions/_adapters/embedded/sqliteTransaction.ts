import type Database from 'libsql'
import type { Documents, Fields, Stored } from '../../_ports/store'
import type { Attempt } from '../storage/storeOn'
import { storedFrom, type DocumentTable } from './documentTable'

/** A document as this transaction sees it, and the revision the database had when it first looked (0: none). */
interface Sight {
  collection: string
  id: string
  revisionSeen: number
  revision: number
  body: string
}

type Sights = Map<string, Sight>

/**
 * One try at a transaction. `work` may wait for anything, so no lock of the database is held meanwhile: writes are
 * kept aside and land in one synchronous step, after a look whether every document is still as it was seen.
 */
export async function sqliteTransaction<T>(
  database: Database.Database,
  tableFor: (collection: string) => DocumentTable,
  work: (documents: Documents) => Promise<T>,
): Promise<Attempt<T>> {
  const sights: Sights = new Map()
  let value: T
  try {
    value = await work(documentsAside(tableFor, sights))
  } catch (error) {
    // Documents seen at different moments may contradict each other; what follows from that is no one's bug.
    if (!unchanged(tableFor, sights)) return { kind: 'conflict' }
    throw error
  }
  const landed = database.transaction(() => land(tableFor, sights)).immediate()
  return landed ? { kind: 'landed', value } : { kind: 'conflict' }
}

function documentsAside(tableFor: (collection: string) => DocumentTable, sights: Sights): Documents {
  function look(collection: string, id: string): Sight {
    const key = `${collection}/${id}`
    const known = sights.get(key)
    if (known) return known
    const row = tableFor(collection).read(id)
    const revision = row?.revision ?? 0
    const sight = { collection, id, revisionSeen: revision, revision, body: row?.body ?? '' }
    sights.set(key, sight)
    return sight
  }
  return {
    async get<F extends Fields>(collection: string, id: string): Promise<Stored<F> | undefined> {
      const { revision, body } = look(collection, id)
      return revision === 0 ? undefined : storedFrom({ id, revision, body })
    },
    async insert(collection, id, fields) {
      const sight = look(collection, id)
      if (sight.revision > 0) return 'exists'
      Object.assign(sight, { revision: 1, body: JSON.stringify(fields) })
      return 'inserted'
    },
    async replace(collection, id, revision, fields) {
      const sight = look(collection, id)
      if (sight.revision !== revision) return 'stale'
      Object.assign(sight, { revision: revision + 1, body: JSON.stringify(fields) })
      return 'replaced'
    },
  }
}

/** Runs inside the database's own transaction; false before anything is written. */
function land(tableFor: (collection: string) => DocumentTable, sights: Sights): boolean {
  if (!unchanged(tableFor, sights)) return false
  for (const { collection, id, revisionSeen, revision, body } of sights.values()) {
    if (revision !== revisionSeen) tableFor(collection).put({ id, revision, body })
  }
  return true
}

function unchanged(tableFor: (collection: string) => DocumentTable, sights: Sights): boolean {
  return [...sights.values()].every(({ collection, id, revisionSeen }) => {
    return (tableFor(collection).read(id)?.revision ?? 0) === revisionSeen
  })
}
