/** 来源: whatever is written in whatever order, what a resident says now is said by who wrote it last, and by nobody else. */
import * as fc from 'fast-check'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { partsOf, type Part } from '../../../cloudfunctions/_residents/residentParts'
import type { ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import {
  noteContradiction,
  noteSource,
  sourceOf,
  sourcesOf,
  takeOver,
  unsay,
  type Said,
  type Source,
} from '../../../cloudfunctions/_residents/sourceRecord'

const resident: ResidentFields = {
  region: 'lakeside',
  town: null,
  village: null,
  household: null,
  partition: '00',
  sealedPerson: 'sealed',
  nameIndex: 'index',
  likeness: null,
  residence: 'hukou',
  identities: null,
  otherCover: null,
  lastCovered: null,
  student: null,
}

const at = '2030-11-20T04:00:00Z'
const since = fc.constantFrom(null, '2030-01-01', '2030-02-01')
const identity = fc.record({
  code: fc.constantFrom('ruralDibao/1', 'ruralDibao/2', 'orphan', 'disability/1'),
  since,
})
const change = fc.record(
  {
    town: fc.constantFrom(null, '东样镇', '西样镇'),
    village: fc.constantFrom(null, '一村', '二村'),
    otherCover: fc.constantFrom(null, 'none' as const, 'employee' as const),
    identities: fc.option(
      fc.uniqueArray(identity, { selector: ({ code }) => code.split('/')[0], maxLength: 3 }),
    ),
  },
  { requiredKeys: [] },
)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('import' as const, 'correction' as const), change }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
)

/** What the record must say, kept the plain way: who wrote each part's value. */
function modelOf() {
  let fields = resident
  let writers = new Map<Part, string>()
  const before: { fields: ResidentFields; writers: Map<Part, string>; ref: string; said: Said[] }[] = []
  return {
    now: () => ({ fields, writers }),
    write(next: ResidentFields, ref: string, said: Said[]) {
      before.push({ fields, writers, ref, said })
      const [old, parts] = [partsOf(fields), partsOf(next)]
      writers = new Map(
        [...parts].map(([part, value]) => [part, old.get(part) === value ? (writers.get(part) ?? ref) : ref]),
      )
      fields = next
    },
    undo() {
      const last = before.pop()
      if (last) ({ fields, writers } = last)
      return last
    },
  }
}

test('imports and corrections in any order, undone or not: the source is who wrote the value that stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const store = openSqliteStore(':memory:')
      const model = modelOf()
      for (const [turn, one] of steps.entries()) {
        const { fields: before } = model.now()
        if (one.kind === 'undo') {
          // Batches are undone one after the other, the last one first.
          const last = model.undo()
          if (last) await store.transaction((documents) => unsay(documents, 'r', last.ref, last.said))
          continue
        }
        const after = { ...before, ...one.change }
        const ref = `write-${turn}`
        const source: Source = { kind: one.kind, ref, at }
        const said = (await sourcesOf(store, 'r'))?.said ?? []
        await store.transaction((documents) => noteSource(documents, 'r', { source, before, after }))
        model.write(after, ref, said)
      }
      const sources = await sourcesOf(store, 'r')
      const { fields, writers } = model.now()
      for (const part of partsOf(fields).keys())
        if (part !== 'residence')
          expect([part, sourceOf(sources, part)?.ref]).toEqual([part, writers.get(part)])
      const said = sources?.said.flatMap(({ parts }) => parts) ?? []
      expect(new Set(said).size).toBe(said.length)
      expect(said.filter((part) => !partsOf(fields).has(part))).toEqual([])
      store.close()
    }),
  )
})

test('an identity that a correction took away is ended until it stands again, whatever else is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const store = openSqliteStore(':memory:')
      let [before, ended] = [resident, new Set<Part>()]
      for (const one of steps) {
        if (one.kind === 'undo') continue
        const after = { ...before, ...one.change }
        const [had, has] = [before, after].map((fields) => partsOf(fields)) as [Standing, Standing]
        const source: Source = { kind: one.kind, ref: 'r', at }
        await store.transaction((documents) => noteSource(documents, 'r', { source, before, after }))
        const gone = [...had.keys()].filter((part) => part.startsWith('identity.') && !has.has(part))
        if (one.kind === 'correction') for (const part of gone) ended.add(part)
        ended = new Set([...ended].filter((part) => !has.has(part)))
        before = after
      }
      const sources = await sourcesOf(store, 'r')
      expect(new Set(sources?.ended?.map(({ part }) => part))).toEqual(ended)
      expect(sources?.ended ?? []).toHaveLength(ended.size)
      store.close()
    }),
  )
})
type Standing = ReturnType<typeof partsOf>

const byImport = (ref: string): Source => ({ kind: 'import', ref, at })

test('what stands sealed is said by whoever says so, and one record takes over what another one knew', async () => {
  const store = openSqliteStore(':memory:')
  const after = { ...resident, town: '东样镇' }
  await store.transaction(async (documents) => {
    await noteSource(documents, 'a', {
      source: byImport('one'),
      before: undefined,
      after: { ...resident, town: '西样镇' },
      sealed: ['name', 'idNumber'],
    })
    await noteSource(documents, 'b', {
      source: byImport('two'),
      before: undefined,
      after,
      sealed: ['name', 'idNumber'],
    })
    await takeOver(documents, 'b', 'a', new Set(['town']), new Set(partsOf(after).keys()))
  })
  const sources = await sourcesOf(store, 'a')
  expect(sourceOf(sources, 'town')?.ref).toBe('two')
  expect(sourceOf(sources, 'name')?.ref).toBe('one')
  store.close()
})

test('what was ended of the record that goes is ended of the one that stays, unless it stands there', async () => {
  const store = openSqliteStore(':memory:')
  const held = ['orphan', 'ruralDibao/1'].map((code) => ({ code, since: null }))
  const before = { ...resident, identities: held }
  const stays = { ...resident, identities: held.slice(0, 1) }
  await store.transaction(async (documents) => {
    const source: Source = { kind: 'correction', ref: 'c', at }
    await noteSource(documents, 'goes', { source, before, after: { ...resident, identities: [] } })
    await takeOver(documents, 'goes', 'stays', new Set(), new Set(partsOf(stays).keys()))
  })
  const ended = (await sourcesOf(store, 'stays'))?.ended
  expect(ended).toEqual([{ kind: 'correction', ref: 'c', at, part: 'identity.ruralDibao' }])
  store.close()
})

test('a roster that contradicts a correction is kept beside it, until somebody writes that part again', async () => {
  const store = openSqliteStore(':memory:')
  const after = { ...resident, town: '东样镇' }
  const write = (source: Source, next: ResidentFields, before?: ResidentFields) =>
    store.transaction((documents) => noteSource(documents, 'a', { source, before, after: next }))
  await write({ kind: 'correction', ref: 'c', at }, after)
  await store.transaction((documents) => noteContradiction(documents, 'a', 'town', byImport('one')))
  await store.transaction((documents) => noteContradiction(documents, 'a', 'town', byImport('two')))
  const standing = await sourcesOf(store, 'a')
  expect(standing?.contradicted).toEqual([{ ...byImport('two'), part: 'town' }])
  expect(sourceOf(standing, 'town')?.kind).toBe('correction')
  await write({ kind: 'correction', ref: 'd', at }, { ...after, town: '西样镇' }, after)
  expect((await sourcesOf(store, 'a'))?.contradicted).toEqual([])
  store.close()
})
