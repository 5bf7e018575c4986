import type { Fields, Store } from '../../../cloudfunctions/_ports/store'

const everyKind: Fields = {
  text: '插旗镇 𠮷 "quoted" \\ \n',
  empty: '',
  number: 0.1,
  large: Number.MAX_SAFE_INTEGER,
  below: -5_000_000_000,
  tiny: 5e-324,
  yes: true,
  no: false,
  nothing: null,
  list: [1, 'one', true, null, [], {}],
  nested: { deeper: { 镇: [{}] }, none: {} },
}

export function documentsContract(store: () => Store): void {
  describe('single documents', () => {
    test('a document comes back as it was written, at revision 1', async () => {
      expect(await store().insert('people', 'p1', everyKind)).toBe('inserted')
      expect(await store().get('people', 'p1')).toStrictEqual({ id: 'p1', revision: 1, fields: everyKind })
    })

    test('an id nobody has used reads as undefined', async () => {
      expect(await store().get('people', 'nobody')).toBeUndefined()
    })

    test('a second insert with the same id changes nothing', async () => {
      await store().insert('people', 'p1', { name: 'first' })
      expect(await store().insert('people', 'p1', { name: 'second' })).toBe('exists')
      expect(await store().get('people', 'p1')).toStrictEqual({
        id: 'p1',
        revision: 1,
        fields: { name: 'first' },
      })
    })

    test('the same id in another collection is another document', async () => {
      await store().insert('people', 'same', { name: 'person' })
      expect(await store().insert('orders', 'same', { fen: 1 })).toBe('inserted')
      expect((await store().get('people', 'same'))?.fields).toStrictEqual({ name: 'person' })
    })

    test('of 20 inserts of one id at once, exactly one succeeds', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => store().insert('orders', 'o1', { writer })),
      )
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'exists')).toHaveLength(19)
      expect((await store().get('orders', 'o1'))?.fields).toStrictEqual({
        writer: outcomes.indexOf('inserted'),
      })
    })

    test('a replacement takes the place of the whole document, nested objects included', async () => {
      await store().insert('people', 'p1', { name: 'old', nested: { kept: 1 }, gone: true })
      expect(await store().replace('people', 'p1', 1, { name: 'new', nested: {} })).toBe('replaced')
      const expected = { id: 'p1', revision: 2, fields: { name: 'new', nested: {} } }
      expect(await store().get('people', 'p1')).toStrictEqual(expected)
    })

    test('a document may be replaced by one without fields', async () => {
      await store().insert('people', 'p1', { name: 'old' })
      expect(await store().replace('people', 'p1', 1, {})).toBe('replaced')
      expect(await store().get('people', 'p1')).toStrictEqual({ id: 'p1', revision: 2, fields: {} })
    })

    test('a replacement of an older revision is stale and writes nothing', async () => {
      await store().insert('people', 'p1', { count: 1 })
      await store().replace('people', 'p1', 1, { count: 2 })
      expect(await store().replace('people', 'p1', 1, { count: 3 })).toBe('stale')
      expect(await store().replace('people', 'p1', 3, { count: 3 })).toBe('stale')
      expect((await store().get('people', 'p1'))?.fields).toStrictEqual({ count: 2 })
    })

    test('a replacement of a missing document is stale and does not make one', async () => {
      expect(await store().replace('people', 'nobody', 1, {})).toBe('stale')
      expect(await store().get('people', 'nobody')).toBeUndefined()
    })

    test('of 20 replacements of one revision at once, exactly one succeeds', async () => {
      await store().insert('orders', 'o1', {})
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => store().replace('orders', 'o1', 1, { writer })),
      )
      expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1)
      const stored = await store().get('orders', 'o1')
      expect(stored).toStrictEqual({
        id: 'o1',
        revision: 2,
        fields: { writer: outcomes.indexOf('replaced') },
      })
    })

    test('what the caller does to its object after writing, or to what it read, does not reach the store', async () => {
      const fields = { list: [1] }
      await store().insert('people', 'p1', fields)
      fields.list.push(2)
      const read = await store().get<{ list: number[] }>('people', 'p1')
      read?.fields.list.push(3)
      expect((await store().get('people', 'p1'))?.fields).toStrictEqual({ list: [1] })
    })

    test('writing leaves the caller’s own object as it was', async () => {
      const fields = Object.freeze({ name: 'a', nested: Object.freeze({}) })
      await store().insert('people', 'p1', fields)
      await store().replace('people', 'p1', 1, fields)
      await store().transaction((documents) => documents.replace('people', 'p1', 2, fields))
      expect(fields).toStrictEqual({ name: 'a', nested: {} })
    })
  })
}
