import { mostPerTransaction, type Fields, type Query, type Store } from '../../../cloudfunctions/_ports/store'
import { UnreadableCursor } from '../../../cloudfunctions/_ports/unreadableCursor'
import { StoreMisuse } from '../../../cloudfunctions/_adapters/storage/storeMisuse'

const sort = { field: 'name', order: 'ascending' } as const
const circular: Record<string, unknown> = {}
circular.again = circular

/** What the types forbid still arrives: from a cast, from JSON, from a phone. */
const wrongFields: [string, unknown, RegExp][] = [
  ['undefined', { name: undefined }, /people\.name: .*undefined/],
  ['undefined, deep inside', { a: [{ b: undefined }] }, /people\.a\[0\]\.b/],
  ['a hole in a list', { a: new Array(1) }, /people\.a\[0\]/],
  ['NaN', { fen: NaN }, /finite, not NaN/],
  ['Infinity', { fen: -Infinity }, /finite, not Infinity/],
  ['a date', { born: new Date(0) }, /a Date/],
  ['a bigint', { fen: 1n }, /a bigint/],
  ['a function', { f: () => 1 }, /a function/],
  ['a map', { m: new Map() }, /a Map/],
  ['bytes', { b: new Uint8Array(1) }, /a Uint8Array/],
  ['an operator in a field name', { $set: 1 }, /no "\$"/],
  ['a path in a field name', { a: { 'b.c': 1 } }, /people\.a: .*"\."/],
  ['an empty field name', { '': 1 }, /never empty/],
  ['a prototype in a field name', JSON.parse('{"__proto__":1}'), /__proto__/],
  ['a NUL character', { name: 'a\u0000' }, /NUL/],
  ['half a character', { name: '\ud842' }, /well-formed/],
  ['what the SDK takes for a place', { where: { type: 'Point', coordinates: [0, 0] } }, /GeoJSON/],
  ['a circle', circular, /circular/],
  ['a list for a document', [1], /plain object/],
  ['nothing for a document', null, /plain object/],
]

const wrongQueries: [string, unknown, RegExp][] = [
  ['no limit', { where: {}, sort }, /limit from 1 to 500/],
  ['a limit of 0', { where: {}, sort, limit: 0 }, /limit/],
  ['a limit of 501', { where: {}, sort, limit: 501 }, /limit/],
  ['half a limit', { where: {}, sort, limit: 1.5 }, /limit/],
  ['no sort', { where: {}, limit: 1 }, /sort/],
  [
    'a sort both ways',
    { where: {}, sort: { field: 'name', order: 'both' }, limit: 1 },
    /ascending or descending/,
  ],
  ['a sort by a path', { where: {}, sort: { ...sort, field: 'a.b' }, limit: 1 }, /top level/],
  ['no conditions', { sort, limit: 1 }, /where/],
  [
    'a condition on undefined',
    { where: { openId: undefined }, sort, limit: 1 },
    /people\.openId: .*undefined/,
  ],
  ['a condition on null', { where: { openId: null }, sort, limit: 1 }, /people\.openId: .*null/],
  ['a condition on NaN', { where: { fen: NaN }, sort, limit: 1 }, /finite/],
  ['a condition on a list', { where: { fen: [1] }, sort, limit: 1 }, /a list/],
  ['a condition on a date', { where: { born: new Date(0) }, sort, limit: 1 }, /a Date/],
  ['an operator for a field', { where: { $or: 'x' }, sort, limit: 1 }, /top level/],
  ['an operator for a range', { where: { fen: { $gt: 1 } }, sort, limit: 1 }, /from, after, to and before/],
  [
    'an inherited name for a range',
    { where: { fen: { toString: 1 } }, sort, limit: 1 },
    /from, after, to and before/,
  ],
  ['a range without an end', { where: { fen: {} }, sort, limit: 1 }, /at least one end/],
  ['a range from undefined', { where: { fen: { from: undefined } }, sort, limit: 1 }, /undefined/],
  ['a range of booleans', { where: { fen: { from: false } }, sort, limit: 1 }, /not a boolean/],
  ['a range from a number to text', { where: { fen: { from: 1, to: '2' } }, sort, limit: 1 }, /one type/],
  ['a range with two starts', { where: { fen: { from: 1, after: 2 } }, sort, limit: 1 }, /not both/],
  ['a range with two ends', { where: { fen: { to: 1, before: 2 } }, sort, limit: 1 }, /not both/],
  ['a cursor that is none', { where: {}, sort, limit: 1, cursor: 'x' }, /cursor/],
  ['a cursor with a boolean', { where: {}, sort, limit: 1, cursor: cursorOf([true, 'a']) }, /cursor/],
  [
    'a cursor with an operator',
    { where: {}, sort, limit: 1, cursor: cursorOf([{ $gt: '' }, 'a']) },
    /cursor/,
  ],
  ['an empty cursor', { where: {}, sort, limit: 1, cursor: '' }, /cursor/],
]

function cursorOf(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect([StoreMisuse, UnreadableCursor]).toContain((error as Error).constructor)
  return (error as Error).message
}

export function guardsContract(store: () => Store): void {
  describe('calls that are bugs are refused before anything happens', () => {
    test.each(wrongFields)('a document with %s', async (_, fields, message) => {
      expect(await refusal(store().insert('people', 'p1', fields as Fields))).toMatch(message)
      expect(await refusal(store().replace('people', 'p1', 1, fields as Fields))).toMatch(message)
      const inside = store().transaction((documents) => documents.insert('people', 'p1', fields as Fields))
      expect(await refusal(inside)).toMatch(message)
      expect(await store().get('people', 'p1')).toBeUndefined()
    })

    test.each(wrongQueries)('a query with %s', async (_, query, message) => {
      expect(await refusal(store().find('people', query as Query))).toMatch(message)
    })

    test.each(['', 'a/b', 'a\u0000', 'x'.repeat(201)])('the id %j', async (id) => {
      await refusal(store().get('people', id))
      await refusal(store().insert('people', id, {}))
      await refusal(store().replace('people', id, 1, {}))
    })

    test.each(['', 'a b', '1st', "people'; DROP TABLE documents; --", '$cmd'])(
      'the collection %j',
      async (name) => {
        await refusal(store().get(name, 'a'))
        await refusal(store().insert(name, 'a', {}))
        await refusal(store().find(name, { where: {}, sort, limit: 1 }))
      },
    )

    test.each([0, -1, 1.5, NaN])('the revision %p', async (revision) => {
      await refusal(store().replace('people', 'a', revision, {}))
    })

    test('a message names the field and never the value', async () => {
      const message = await refusal(store().insert('people', 'p1', { idNumber: '11010519491231002X\u0000' }))
      expect(message).toContain('people.idNumber')
      expect(message).not.toContain('11010519491231002X')
    })

    test('a transaction used after its end', async () => {
      const late = await store().transaction(async (documents) => ({ documents }))
      await refusal(late.documents.insert('people', 'p1', {}))
      expect(await store().get('people', 'p1')).toBeUndefined()
    })

    test('a transaction of more documents than the cloud carries out in time, and nothing of it stays', async () => {
      const write = (documents: number) =>
        store().transaction(async ({ insert }) => {
          for (let place = 0; place < documents; place++) await insert('people', `p${place}`, {})
        })
      expect(await refusal(write(mostPerTransaction + 1))).toContain(String(mostPerTransaction))
      expect(await store().get('people', 'p0')).toBeUndefined()
      await write(mostPerTransaction)
      expect(await store().get('people', `p${mostPerTransaction - 1}`)).toBeDefined()
    })

    test('a transaction that ends before its steps do', async () => {
      const hasty = store().transaction(async (documents) => {
        void documents.insert('people', 'p1', {}).catch(() => undefined)
      })
      expect(await refusal(hasty)).toContain('await')
      expect(await store().get('people', 'p1')).toBeUndefined()
    })
  })
}
