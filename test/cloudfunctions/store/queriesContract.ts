import type { Condition, Fields, Query, Store } from '../../../cloudfunctions/_ports/store'

const byName = { field: 'name', order: 'ascending' } as const

export function queriesContract(store: () => Store): void {
  async function fill(documents: Record<string, Fields>): Promise<void> {
    for (const [id, fields] of Object.entries(documents)) await store().insert('people', id, fields)
  }

  async function idsWhere(where: Query['where'], sort: Query['sort'] = byName): Promise<string[]> {
    const { documents } = await store().find('people', { where, sort, limit: 500 })
    return documents.map((document) => document.id)
  }

  async function everyPage(query: Query): Promise<string[][]> {
    const { documents, cursor } = await store().find('people', query)
    const page = documents.map((document) => document.id)
    return cursor === undefined ? [page] : [page, ...(await everyPage({ ...query, cursor }))]
  }

  describe('queries', () => {
    test('a collection nobody has written to is empty', async () => {
      expect(await store().find('people', { where: {}, sort: byName, limit: 1 })).toStrictEqual({
        documents: [],
      })
    })

    test('several conditions hold together', async () => {
      await fill({
        a: { name: 'a', town: '清泉镇', age: 60 },
        b: { name: 'b', town: '清泉镇', age: 59 },
        c: { name: 'c', town: '位奇镇', age: 60 },
      })
      expect(await idsWhere({ town: '清泉镇', age: { from: 60 } })).toEqual(['a'])
      expect(await idsWhere({ town: '清泉镇' })).toEqual(['a', 'b'])
      expect(await idsWhere({ town: '陈户镇' })).toEqual([])
    })

    test.each<[string, Condition, string[]]>([
      ['from', { from: 2 }, ['2', '3']],
      ['after', { after: 2 }, ['3']],
      ['to', { to: 2 }, ['1', '2']],
      ['before', { before: 2 }, ['1']],
      ['from and before', { from: 1, before: 3 }, ['1', '2']],
      ['after and to', { after: 1, to: 3 }, ['2', '3']],
    ])('a range of numbers: %s', async (_, age, expected) => {
      await fill({ 1: { name: 'x', age: 1 }, 2: { name: 'x', age: 2 }, 3: { name: 'x', age: 3 } })
      expect(await idsWhere({ age })).toEqual(expected)
    })

    test.each([98.2711458064176, 447.6534747314453, 0.1, 5e-324, 214117027402786180, 2 ** 53 - 1])(
      'the number %p is equal to itself, to the last bit',
      async (age) => {
        await fill({ exact: { name: 'x', age } })
        expect(await idsWhere({ age })).toEqual(['exact'])
        expect(await idsWhere({ age: { from: age, to: age } })).toEqual(['exact'])
        expect(await idsWhere({ age: { after: age } })).toEqual([])
      },
    )

    test('civil days are a range of text', async () => {
      await fill({
        early: { name: 'a', born: '1999-12-31' },
        inside: { name: 'b', born: '2000-01-01' },
        late: { name: 'c', born: '2001-01-01' },
      })
      expect(await idsWhere({ born: { from: '2000-01-01', before: '2001-01-01' } })).toEqual(['inside'])
    })

    describe('types never mix', () => {
      const kinds: Record<string, Fields> = {
        number: { name: 'x', value: 1 },
        text: { name: 'x', value: '1' },
        yes: { name: 'x', value: true },
        zero: { name: 'x', value: 0 },
        no: { name: 'x', value: false },
        empty: { name: 'x', value: '' },
        nothing: { name: 'x', value: null },
        object: { name: 'x', value: {} },
        absent: { name: 'x' },
      }
      test.each<[string, Condition, string[]]>([
        ['1 is not true and not "1"', 1, ['number']],
        ['true is not 1', true, ['yes']],
        ['false is not 0, not empty, not null and not absent', false, ['no']],
        ['0 is not false', 0, ['zero']],
        ['"1" is not 1', '1', ['text']],
        ['empty text is not null', '', ['empty']],
        ['the JSON of an object is not the object', '{}', []],
        ['text is in no range of numbers, nor is true', { from: -1 }, ['number', 'zero']],
        ['no number is below another because it is not text', { to: 0.5 }, ['zero']],
        ['numbers are in no range of text', { from: '' }, ['empty', 'text']],
        ['null is below nothing', { before: '~' }, ['empty', 'text']],
      ])('%s', async (_, value, expected) => {
        await fill(kinds)
        expect((await idsWhere({ value })).sort()).toEqual(expected)
      })
    })

    test('text is ordered by its UTF-8 bytes, also beyond the Basic Multilingual Plane', async () => {
      const inOrder = ['', 'B', 'a', 'a ', '丁', '甲', '～', '𠮷']
      const backwards = inOrder.map((name, index): [string, Fields] => [`${index}`, { name }]).reverse()
      await fill(Object.fromEntries<Fields>(backwards))
      expect(await idsWhere({})).toEqual(inOrder.map((_, index) => `${index}`))
      expect(await idsWhere({ name: { after: '～' } })).toEqual(['7'])
    })

    test('ties of the sort are broken by id, in the same order', async () => {
      await fill({ b: { name: 'x' }, 甲: { name: 'x' }, a: { name: 'x' }, B: { name: 'x' } })
      expect(await idsWhere({})).toEqual(['B', 'a', 'b', '甲'])
      expect(await idsWhere({}, { field: 'name', order: 'descending' })).toEqual(['甲', 'b', 'a', 'B'])
    })

    test('a document whose sort field is neither text nor number is not found', async () => {
      await fill({
        a: { name: 'a' },
        b: { name: null },
        c: {},
        d: { name: true },
        e: { name: {} },
        f: { name: 0 },
      })
      expect(await idsWhere({})).toEqual(['f', 'a'])
    })

    test.each(['ascending', 'descending'] as const)(
      'pages in %s order meet without gap or overlap, across ties, numbers and text',
      async (order) => {
        const names = ['x', 'x', 'x', 'y', 1, 1, 2, 'x', 'z', -3, 'x', 1]
        await fill(Object.fromEntries(names.map((name, index) => [`p${index}`, { name, kind: 'k' }])))
        const whole = await idsWhere({}, { field: 'name', order })
        expect(whole).toHaveLength(names.length)
        for (const limit of [1, 2, 5, 12]) {
          const pages = await everyPage({ where: { kind: 'k' }, sort: { field: 'name', order }, limit })
          expect(pages.flat()).toEqual(whole)
          expect(pages).toHaveLength(Math.ceil(names.length / limit))
        }
      },
    )

    test.each(['ascending', 'descending'] as const)(
      'pages over documents that all have one value of the sort field, by id and %s',
      async (order) => {
        await fill(Object.fromEntries([...'ecadb'].map((id) => [id, { name: 'x', town: '清泉镇' }])))
        await fill({ f: { name: 'y', town: '清泉镇' } })
        const query = { where: { name: 'x' }, sort: { field: 'name', order }, limit: 2 }
        const pages = [['a', 'b'], ['c', 'd'], ['e']]
        const turned = [['e', 'd'], ['c', 'b'], ['a']]
        expect(await everyPage(query)).toEqual(order === 'ascending' ? pages : turned)
      },
    )

    test('the last page has no cursor, even when it is full', async () => {
      await fill({ a: { name: 'a' }, b: { name: 'b' } })
      expect(await everyPage({ where: {}, sort: byName, limit: 2 })).toEqual([['a', 'b']])
    })

    test('a page does not repeat documents after one before it was inserted', async () => {
      await fill({ b: { name: 'b' }, c: { name: 'c' }, d: { name: 'd' } })
      const first = await store().find('people', { where: {}, sort: byName, limit: 1 })
      await fill({ a: { name: 'a' } })
      const second = await store().find('people', { where: {}, sort: byName, limit: 2, cursor: first.cursor })
      expect(second.documents.map((document) => document.id)).toEqual(['c', 'd'])
    })

    test('documents come with the revision they have now', async () => {
      await fill({ a: { name: 'a' } })
      await store().replace('people', 'a', 1, { name: 'b' })
      const { documents } = await store().find('people', { where: { name: 'b' }, sort: byName, limit: 1 })
      expect(documents).toStrictEqual([{ id: 'a', revision: 2, fields: { name: 'b' } }])
    })
  })
}
