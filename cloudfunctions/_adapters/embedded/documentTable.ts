import type Database from 'libsql'
import type { Fields, Stored } from '../../_ports/store'
import { checkCollection } from '../storage/checkDocument'
import { indexStatement, tableOf } from './sqliteSelect'

/**
 * Fields by which a collection is searched: a name, or a list of names for searching by the first and sorting by
 * the next. Any field may be searched without; it only takes longer.
 */
export type Indexes = Readonly<Record<string, ReadonlyArray<string | readonly string[]>>>

export interface Row {
  id: string
  revision: number
  body: string
}

/** One collection's table, with its statements prepared once. libsql requires arguments in a list. */
export interface DocumentTable {
  read(id: string): Row | undefined
  insert(id: string, fields: Fields): boolean
  replace(id: string, revision: number, fields: Fields): boolean
  /** Writes whatever was there before. */
  put(row: Row): void
  select(sql: string, values: (string | number)[]): Row[]
}

/**
 * A table for each collection, made when first used. (In one common table the planner would rather walk a whole
 * collection by its primary key than use an index on a field: 800 ms instead of 0.1 ms at 200,000 documents.)
 */
export function documentTables(
  database: Database.Database,
  indexes: Indexes,
): (collection: string) => DocumentTable {
  const tables = new Map<string, DocumentTable>()
  return (collection) => {
    const table = tables.get(collection) ?? openTable(database, collection, indexes[collection] ?? [])
    tables.set(collection, table)
    return table
  }
}

function openTable(
  database: Database.Database,
  collection: string,
  indexed: Indexes[string] = [],
): DocumentTable {
  checkCollection(collection)
  const table = tableOf(collection)
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${table} ` +
      '(id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID',
  )
  for (const fields of indexed) database.exec(indexStatement(collection, [fields].flat()))

  const prepare = (sql: string): Database.Statement => database.prepare(sql)
  const read = prepare(`SELECT id, revision, body FROM ${table} WHERE id = ?`)
  const insert = prepare(`INSERT INTO ${table} (id, revision, body) VALUES (?, 1, ?) ON CONFLICT DO NOTHING`)
  const replace = prepare(
    `UPDATE ${table} SET revision = revision + 1, body = ? WHERE id = ? AND revision = ?`,
  )
  const put = prepare(`INSERT OR REPLACE INTO ${table} (id, revision, body) VALUES (?, ?, ?)`)
  /** Queries repeat in shape, not in values. */
  const selects = new Map<string, Database.Statement>()
  return {
    read: (id) => read.get([id]) as Row | undefined,
    insert: (id, fields) => insert.run([id, JSON.stringify(fields)]).changes === 1,
    replace: (id, revision, fields) => replace.run([JSON.stringify(fields), id, revision]).changes === 1,
    put: ({ id, revision, body }) => void put.run([id, revision, body]),
    select(sql, values) {
      const statement = selects.get(sql) ?? prepare(sql)
      selects.set(sql, statement)
      return statement.all(values) as Row[]
    },
  }
}

export function storedFrom<F extends Fields>({ id, revision, body }: Row): Stored<F> {
  return { id, revision, fields: JSON.parse(body) as F }
}
