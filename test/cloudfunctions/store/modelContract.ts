import fc from 'fast-check'
import type { Condition, Fields, Query, Store, Stored } from '../../../cloudfunctions/_ports/store'
import { StoreModel } from './storeModel'

const id = fc.constantFrom('a', 'b', 'B', '甲', '～', '𠮷', 'a b')
/** Milliseconds; a busy machine is no failure. */
const patience = 60_000

/** Few values, so that they meet; of all kinds, so that they could be mixed up. */
const text = fc.constantFrom('', '1', 'a', 'true', 'null', '[]', '甲', '～', '𠮷')
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.2, 0.30000000000000004, 2 ** 53 - 1),
  fc.double({ noNaN: true }),
)
const finite = number.filter(Number.isFinite).map((value) => value + 0)
const single = fc.oneof(text, finite, fc.boolean(), fc.constant(null))
const fields: fc.Arbitrary<Fields> = fc.dictionary(fc.constantFrom('x', 'y', 'z'), single, {
  noNullPrototype: true,
})

function range(end: fc.Arbitrary<string> | fc.Arbitrary<number>): fc.Arbitrary<Condition> {
  return fc
    .tuple(
      fc.constantFrom('from', 'after'),
      fc.constantFrom('to', 'before'),
      end,
      end,
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([start, stop, low, high, ends]) => ({
      ...(ends & 1 ? { [start]: low } : {}),
      ...(ends & 2 ? { [stop]: high } : {}),
    }))
}

const condition: fc.Arbitrary<Condition> = fc.oneof(text, finite, fc.boolean(), range(text), range(finite))
const query: fc.Arbitrary<Query> = fc.record({
  where: fc.dictionary(fc.constantFrom('x', 'y'), condition, { maxKeys: 2, noNullPrototype: true }),
  sort: fc.record({
    field: fc.constantFrom('x', 'y', 'z'),
    order: fc.constantFrom<Query['sort']['order']>('ascending', 'descending'),
  }),
  limit: fc.integer({ min: 1, max: 4 }),
})

type Step =
  | { do: 'insert'; id: string; fields: Fields }
  | { do: 'replace'; id: string; revision: number; fields: Fields }
  | { do: 'get'; id: string }
  | { do: 'find'; query: Query }

const write: fc.Arbitrary<Extract<Step, { fields: Fields }>> = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), id, fields }),
  fc.record({ do: fc.constant('replace' as const), id, revision: fc.integer({ min: 1, max: 3 }), fields }),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: write, weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('get' as const), id }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('find' as const), query }), weight: 3 },
)

async function everyPage(store: Store, collection: string, asked: Query): Promise<Stored[]> {
  const { documents, cursor } = await store.find(collection, asked)
  expect(documents.length).toBeLessThanOrEqual(asked.limit)
  return cursor === undefined
    ? documents
    : [...documents, ...(await everyPage(store, collection, { ...asked, cursor }))]
}

async function take(store: Store, collection: string, taken: Step): Promise<unknown> {
  if (taken.do === 'insert') return store.insert(collection, taken.id, taken.fields)
  if (taken.do === 'replace') return store.replace(collection, taken.id, taken.revision, taken.fields)
  return taken.do === 'get' ? store.get(collection, taken.id) : everyPage(store, collection, taken.query)
}

function expected(model: StoreModel, taken: Step): unknown {
  if (taken.do === 'insert') return model.insert(taken.id, taken.fields)
  if (taken.do === 'replace') return model.replace(taken.id, taken.revision, taken.fields)
  return taken.do === 'get' ? model.get(taken.id) : model.findAll(taken.query)
}

export function modelContract(store: () => Store, numRuns: number): void {
  describe('against a plain model', () => {
    test(
      'any steps in a row give the same answers',
      async () => {
        let run = 0
        const steps = fc.array(step, { minLength: 5, maxLength: 40 })
        const sameAnswers = fc.asyncProperty(steps, async (taken) => {
          const collection = `run${++run}`
          const model = new StoreModel()
          for (const next of taken)
            expect(await take(store(), collection, next)).toStrictEqual(expected(model, next))
        })
        await fc.assert(sameAnswers, { numRuns })
      },
      patience,
    )

    test(
      'any writes inside one transaction give the same answers and land the same documents',
      async () => {
        let run = 0
        const steps = fc.array(write, { minLength: 1, maxLength: 12 })
        const sameAnswers = fc.asyncProperty(steps, async (taken) => {
          const collection = `run${++run}`
          const model = new StoreModel()
          const answers = await store().transaction(async (documents) => {
            const given: unknown[] = []
            for (const next of taken) given.push(await take({ ...store(), ...documents }, collection, next))
            return given
          })
          expect(answers).toEqual(taken.map((next) => expected(model, next)))
          for (const next of taken)
            expect(await store().get(collection, next.id)).toStrictEqual(model.get(next.id))
        })
        await fc.assert(sameAnswers, { numRuns })
      },
      patience,
    )
  })
}
