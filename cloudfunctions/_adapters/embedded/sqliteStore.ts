import { setImmediate as breathe } from 'node:timers/promises'
import Database from 'libsql'
import type { Fields, Store, Stored } from '../../_ports/store'
import { checkAddress, checkCollection, checkFields } from '../storage/checkDocument'
import { storeOn } from '../storage/storeOn'
import { sqliteTransaction } from './sqliteTransaction'
import { indexStatement, selectStatement } from './sqliteSelect'

/**
 * Fields by which a collection is searched: a name, or a list of names for searching by the first and sorting by
 * the next. Any field may be searched without; it only takes longer.
 */
export type Indexes = Readonly<Record<string, ReadonlyArray<string | readonly string[]>>>

/** What the local service needs beyond the port. */
export interface SqliteStore extends Store {
  close(): void
  /**
   * Loads many new documents at revision 1 (demonstration data), a chunk per transaction. A document that exists
   * is left as it is, so an interrupted load may simply be run again.
   */
  insertMany(collection: string, rows: Iterable<{ id: string; fields: Fields }>): Promise<void>
}

export interface Row {
  id: string
  revision: number
  body: string
}

const rowsPerChunk = 5000

/**
 * Opens the embedded store (嵌入式存储): one table of documents in one file, made if it is not there.
 * Several processes may open the same file.
 */
export function openSqliteStore(file: string, indexes: Indexes = {}): SqliteStore {
  const database = new Database(file)
  prepareDatabase(database, indexes)
  const statements = documentStatements(database)

  const store = storeOn({
    async get<F extends Fields>(collection: string, id: string) {
      const row = statements.get.get([collection, id]) as Row | undefined
      return row && (storedFrom(row) as Stored<F>)
    },
    async insert(collection, id, fields) {
      return statements.insert.run([collection, id, JSON.stringify(fields)]).changes === 1
        ? 'inserted'
        : 'exists'
    },
    async replace(collection, id, revision, fields) {
      const { changes } = statements.replace.run([JSON.stringify(fields), collection, id, revision])
      return changes === 1 ? 'replaced' : 'stale'
    },
    async select(collection, selection) {
      const { sql, values } = selectStatement(collection, selection)
      return (statements.cached(sql).all(values) as Row[]).map(storedFrom)
    },
    attempt: (work) => sqliteTransaction(database, statements, work),
  })

  return {
    ...store,
    close: () => void database.close(),
    insertMany: (collection, rows) => insertInChunks(database, statements, collection, rows),
  }
}

function prepareDatabase(database: Database.Database, indexes: Indexes): void {
  database.pragma('busy_timeout = 5000')
  // Readers go on while one writes, and a killed process leaves a log that the next opening replays.
  database.pragma('journal_mode = WAL')
  // NORMAL would do for a kill, but not for a power cut: a payment already confirmed to WeChat, which will not
  // be told again, must be on the disk. It costs one fsync per commit.
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE IF NOT EXISTS documents (collection TEXT NOT NULL, id TEXT NOT NULL, ' +
      'revision INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, id)) WITHOUT ROWID',
  )
  for (const [collection, declared] of Object.entries(indexes)) {
    checkCollection(collection)
    for (const fields of declared) database.exec(indexStatement(collection, [fields].flat()))
  }
}

/** The statements on single documents, prepared once. Arguments are always a list: libsql requires it. */
export type DocumentStatements = ReturnType<typeof documentStatements>

function documentStatements(database: Database.Database) {
  const selects = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => database.prepare(sql)
  return {
    get: prepare('SELECT id, revision, body FROM documents WHERE collection = ? AND id = ?'),
    insert: prepare(
      'INSERT INTO documents (collection, id, revision, body) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING',
    ),
    replace: prepare(
      'UPDATE documents SET revision = revision + 1, body = ? WHERE collection = ? AND id = ? AND revision = ?',
    ),
    put: prepare('INSERT OR REPLACE INTO documents (collection, id, revision, body) VALUES (?, ?, ?, ?)'),
    /** Queries repeat in shape, not in values. */
    cached(sql: string): Database.Statement {
      const statement = selects.get(sql) ?? prepare(sql)
      selects.set(sql, statement)
      return statement
    },
  }
}

function storedFrom(row: Row): Stored {
  return { id: row.id, revision: row.revision, fields: JSON.parse(row.body) as Fields }
}

async function insertInChunks(
  database: Database.Database,
  statements: DocumentStatements,
  collection: string,
  rows: Iterable<{ id: string; fields: Fields }>,
): Promise<void> {
  let chunk: [string, string, string][] = []
  const write = database.transaction(() => {
    for (const values of chunk) statements.insert.run(values)
  })
  for (const { id, fields } of rows) {
    checkAddress(collection, id)
    checkFields(collection, fields)
    chunk.push([collection, id, JSON.stringify(fields)])
    if (chunk.length === rowsPerChunk) {
      write.immediate()
      chunk = []
      await breathe()
    }
  }
  if (chunk.length > 0) write.immediate()
}
