import { createCloudbaseStore } from '../../../cloudfunctions/_adapters/cloudbase/cloudbaseStore'
import { StoreMisuse } from '../../../cloudfunctions/_adapters/storage/storeMisuse'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { startCloudbaseDouble, type CloudbaseDouble } from '../../doubles/cloudbase/cloudbaseDouble'
import { databaseAt } from '../../doubles/cloudbase/databaseAt'

let double: CloudbaseDouble
let store: Store
beforeEach(async () => {
  double = await startCloudbaseDouble()
  store = createCloudbaseStore(databaseAt(double.url))
})
afterEach(() => double.close())

const sort = { field: 'name', order: 'ascending' } as const

describe('when CloudBase is in trouble', () => {
  test('a commit without an answer throws, though it may have landed, and is not repeated', async () => {
    double.cutOffNext('database.commitTransaction', 'after')
    let runs = 0
    const work = store.transaction(async (documents) => {
      runs++
      await documents.insert('orders', 'o1', {})
    })
    await expect(work).rejects.toThrow('may or may not have landed')
    expect(runs).toBe(1)
    expect(await store.get('orders', 'o1')).toBeDefined()
  })

  test('a commit that never arrived throws the same way, and nothing has landed', async () => {
    double.cutOffNext('database.commitTransaction', 'before')
    const work = store.transaction((documents) => documents.insert('orders', 'o1', {}))
    await expect(work).rejects.toThrow('may or may not have landed')
    expect(await store.get('orders', 'o1')).toBeUndefined()
  })

  test('a read without an answer throws rather than finding nothing', async () => {
    for (const read of [
      (): Promise<unknown> => store.get('orders', 'o1'),
      (): Promise<unknown> => store.find('orders', { where: {}, sort, limit: 1 }),
    ]) {
      double.cutOffNext('database.getDocument', 'before')
      await expect(read()).rejects.toThrow()
    }
  })

  test('a write without an answer throws rather than saying what became of it', async () => {
    await store.insert('orders', 'o1', {})
    double.cutOffNext('database.modifyDocument', 'after')
    await expect(store.replace('orders', 'o1', 1, {})).rejects.toThrow()
    double.cutOffNext('database.insertDocument', 'after')
    await expect(store.insert('orders', 'o2', {})).rejects.toThrow()
  })

  test('a service that is down throws', async () => {
    await double.close()
    await expect(store.get('orders', 'o1')).rejects.toThrow()
    await expect(store.transaction((documents) => documents.get('orders', 'o1'))).rejects.toThrow()
    double = await startCloudbaseDouble()
  })

  test('work that throws gives its documents free at once', async () => {
    await store.insert('orders', 'o1', {})
    const work = store.transaction(async (documents) => {
      await documents.replace('orders', 'o1', 1, { half: true })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(double.asked('database.abortTransaction')).toBe(1)
    expect(await store.replace('orders', 'o1', 1, {})).toBe('replaced')
  })

  test('a transaction that always meets a conflict gives up, pausing longer each time, and writes nothing', async () => {
    await store.insert('counters', 'c', {})
    let revision = 1
    const work = store.transaction(async (documents) => {
      const counter = await documents.get('counters', 'c')
      await store.replace('counters', 'c', revision++, {})
      await documents.replace('counters', 'c', counter?.revision ?? 0, { ours: true })
    })
    await expect(work).rejects.toThrow('conflict 8 times')
    expect(double.asked('database.startTransaction')).toBe(8)
    expect((await store.get('counters', 'c'))?.fields).toStrictEqual({})
  })

  test.each(['DATABASE_DUPLICATE_WRITE', 'DATABASE_TRANSACTION_CONFLICT'])(
    'an insert in a transaction answered by %s makes the work run again',
    async (code) => {
      double.refuseNext('database.insertDocument', code)
      let runs = 0
      await store.transaction((documents) => documents.insert('orders', 'o1', { run: ++runs }))
      expect((await store.get('orders', 'o1'))?.fields).toStrictEqual({ run: 2 })
    },
  )

  test('any other error of a transaction comes through, and the work does not run again', async () => {
    double.refuseNext('database.insertDocument', 'DATABASE_PERMISSION_DENIED')
    let runs = 0
    const work = store.transaction((documents) => documents.insert('orders', 'o1', { run: ++runs }))
    await expect(work).rejects.toMatchObject({ code: 'DATABASE_PERMISSION_DENIED' })
    expect(runs).toBe(1)
  })

  test('a transaction fetches each document once', async () => {
    await store.insert('counters', 'c', {})
    const before = double.asked('database.getDocument')
    await store.transaction(async (documents) => {
      const counter = await documents.get('counters', 'c')
      await documents.replace('counters', 'c', counter?.revision ?? 0, { a: 1 })
      await documents.replace('counters', 'c', 2, { a: 2 })
    })
    expect(double.asked('database.getDocument') - before).toBe(1)
  })

  test('a list in a searched or sorted field is a bug, since CloudBase would compare its items', async () => {
    await store.insert('people', 'p1', { name: ['a', 'b'], town: 'x' })
    const byItem = store.find('people', { where: { name: 'a' }, sort, limit: 1 })
    await expect(byItem).rejects.toThrow(StoreMisuse)
  })
})
