import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import {
  openSqliteStore,
  type NewDocument,
  type SqliteStore,
} from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { selectStatement } from '../../../cloudfunctions/_adapters/embedded/sqliteSelect'
import { selectionOf } from '../../../cloudfunctions/_adapters/storage/selection'
import type { Query } from '../../../cloudfunctions/_ports/store'

let folder = ''
let file = ''
const opened: SqliteStore[] = []

function open(): SqliteStore {
  const store = openSqliteStore(file, { people: ['idIndex', ['town', 'name'], 'born'] })
  opened.push(store)
  return store
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store with spaces '))
  file = join(folder, 'mingbai.db')
})
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
  rmSync(folder, { recursive: true })
})

function* people(count: number): Generator<NewDocument> {
  for (let index = 0; index < count; index++) {
    const fields = {
      town: `town ${index % 10}`,
      name: `name ${index}`,
      idIndex: `i${index}`,
      born: '2000-01-01',
    }
    yield { id: `p${index}`, fields }
  }
}

function planFor(query: Query): string {
  const { sql, values } = selectStatement('people', selectionOf('people', query))
  const database = new Database(file)
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]
  database.close()
  return plan.map(({ detail }) => detail).join('\n')
}

describe('the SQLite store in a file', () => {
  test('documents are there after closing and opening again', async () => {
    const before = open()
    await before.insert('people', 'p1', { name: '甲' })
    await before.replace('people', 'p1', 1, { name: '乙' })
    before.close()
    opened.pop()
    expect(await open().get('people', 'p1')).toStrictEqual({ id: 'p1', revision: 2, fields: { name: '乙' } })
  })

  test('two stores on one file keep each other’s transactions whole', async () => {
    const [one, other] = [open(), open()]
    await one.insert('counters', 'c', { count: 0 })
    const up = (store: SqliteStore): Promise<string> =>
      store.transaction(async (documents) => {
        const counter = await documents.get<{ count: number }>('counters', 'c')
        await new Promise((resolve) => setTimeout(resolve, 1))
        const count = (counter?.fields.count ?? 0) + 1
        return documents.replace('counters', 'c', counter?.revision ?? 0, { count })
      })
    await Promise.all([up(one), up(other), up(one), up(other)])
    expect((await one.get('counters', 'c'))?.fields).toStrictEqual({ count: 4 })
  })

  test('many documents load at once, and loading them again changes none', async () => {
    const store = open()
    await store.insertMany('people', people(12_000))
    await store.replace('people', 'p7', 1, { town: 'moved', name: 'x' })
    await store.insertMany('people', people(12_001))
    expect(await store.get('people', 'p11999')).toBeDefined()
    expect(await store.get('people', 'p12000')).toBeDefined()
    expect((await store.get('people', 'p7'))?.fields).toStrictEqual({ town: 'moved', name: 'x' })
  })

  test('a load is checked like any other write', async () => {
    const rows = [{ id: 'p1', fields: { fen: NaN } }]
    await expect(open().insertMany('people', rows)).rejects.toThrow(/finite/)
  })

  test.each(['ascending', 'descending'] as const)(
    'a page in %s order comes straight from the index, and the next one begins in it where it ended',
    async (order) => {
      const store = open()
      await store.insertMany('people', people(100))
      const query: Query = { where: { town: 'town 3' }, sort: { field: 'name', order }, limit: 3 }
      const { cursor } = await store.find('people', query)
      const beyond = order === 'ascending' ? '>' : '<'
      expect(planFor(query)).toContain('USING INDEX people by town, name (<expr>=?)')
      const next = planFor({ ...query, cursor })
      expect(next).toContain(`USING INDEX people by town, name (<expr>=? AND <expr>=? AND id${beyond}?)`)
      expect(next).toContain(`USING INDEX people by town, name (<expr>=? AND <expr>${beyond}?)`)
      expect(planFor(query) + next).not.toContain('TEMP B-TREE')
    },
  )

  test('the next page of a range begins where the page before ended, not where the range does', async () => {
    const store = open()
    await store.insertMany('people', people(20))
    const sort = { field: 'born', order: 'ascending' } as const
    const query: Query = { where: { born: { from: '2000-01-01', to: '2000-12-31' } }, sort, limit: 3 }
    const { cursor } = await store.find('people', query)
    const { sql } = selectStatement('people', selectionOf('people', { ...query, cursor }))
    expect(planFor({ ...query, cursor })).toContain('people by born (<expr>=? AND id>?)')
    // Of two lower ends SQLite would take either.
    expect(sql).toMatch(/\+json_extract\(body, '\$.born'\) >= \?/)
  })

  test('equality and a range are looked up in their index', () => {
    open()
    const sort = { field: 'name', order: 'ascending' } as const
    const one = planFor({ where: { idIndex: 'i7' }, sort, limit: 2 })
    expect(one).toContain('USING INDEX people by idIndex (<expr>=?)')
    const days = { where: { born: { from: '2000-01-01', before: '2001-01-01' } }, limit: 2 }
    const plan = planFor({ ...days, sort: { field: 'born', order: 'ascending' } })
    expect(plan).toContain('USING INDEX people by born (<expr>>? AND <expr><?)')
  })

  test('an index on anything but a plain field name is refused', () => {
    expect(() => openSqliteStore(file, { people: ["name') --"] })).toThrow(/top level/)
  })
})
