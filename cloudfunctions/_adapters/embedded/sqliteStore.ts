import { setImmediate as breathe } from 'node:timers/promises'
import Database from 'libsql'
import type { Fields, Store } from '../../_ports/store'
import { checkAddress, checkFields } from '../storage/checkDocument'
import { storeOn } from '../storage/storeOn'
import { documentTables, storedFrom, type DocumentTable, type Indexes } from './documentTable'
import { selectStatement } from './sqliteSelect'
import { sqliteTransaction } from './sqliteTransaction'

/** A document to be loaded, new at revision 1. */
export interface NewDocument {
  id: string
  fields: Fields
}

/** What the local service needs beyond the port. */
export interface SqliteStore extends Store {
  close(): void
  /**
   * Loads many documents (demonstration data), a chunk per transaction. A document that exists is left as it is,
   * so an interrupted load may simply be run again.
   */
  insertMany(collection: string, rows: Iterable<NewDocument>): Promise<void>
}

const rowsPerChunk = 5000

/**
 * Opens the embedded store (嵌入式存储) in one file, made if it is not there; `:memory:` lasts until it is closed.
 * Several processes may open the same file.
 */
export function openSqliteStore(file: string, indexes: Indexes = {}): SqliteStore {
  const database = new Database(file)
  prepareDatabase(database)
  const tableFor = documentTables(database, indexes)
  // At once, so that an index declared only now does not make someone's first search wait; and as one commit, not one each.
  database
    .transaction(() => {
      for (const collection of Object.keys(indexes)) tableFor(collection)
    })
    .deferred()

  const store = storeOn({
    async get<F extends Fields>(collection: string, id: string) {
      const row = tableFor(collection).read(id)
      return row && storedFrom<F>(row)
    },
    async insert(collection, id, fields) {
      return tableFor(collection).insert(id, fields) ? 'inserted' : 'exists'
    },
    async replace(collection, id, revision, fields) {
      return tableFor(collection).replace(id, revision, fields) ? 'replaced' : 'stale'
    },
    async select(collection, selection) {
      const { sql, values } = selectStatement(collection, selection)
      return tableFor(collection).select(sql, values).map(storedFrom)
    },
    attempt: (work) => sqliteTransaction(database, tableFor, work),
  })

  return {
    ...store,
    close: () => void database.close(),
    async insertMany(collection, rows) {
      for (const chunk of chunksOf(collection, rows)) {
        writeChunk(database, tableFor(collection), chunk)
        await breathe()
      }
    },
  }
}

function prepareDatabase(database: Database.Database): void {
  database.pragma('busy_timeout = 5000')
  // Readers go on while one writes, and a killed process leaves a log that the next opening replays.
  database.pragma('journal_mode = WAL')
  // NORMAL would do for a kill, but not for a power cut: a payment already confirmed to WeChat, which will not
  // be told again, must be on the disk. It costs one fsync per commit.
  database.pragma('synchronous = FULL')
}

function* chunksOf(collection: string, rows: Iterable<NewDocument>): Generator<NewDocument[]> {
  let chunk: NewDocument[] = []
  for (const row of rows) {
    checkAddress(collection, row.id)
    checkFields(collection, row.fields)
    chunk.push(row)
    if (chunk.length < rowsPerChunk) continue
    yield chunk
    chunk = []
  }
  yield chunk
}

function writeChunk(database: Database.Database, table: DocumentTable, chunk: readonly NewDocument[]): void {
  database
    .transaction(() => {
      for (const { id, fields } of chunk) table.insert(id, fields)
    })
    .immediate()
}
