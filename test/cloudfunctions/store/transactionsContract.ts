import type { Documents, Store } from '../../../cloudfunctions/_ports/store'

/** Resolves when told, so that two transactions can be made to overlap. */
function signal(): { reached: Promise<void>; reach: () => void } {
  let reach = (): void => undefined
  const reached = new Promise<void>((resolve) => (reach = resolve))
  return { reached, reach }
}

async function countUp(documents: Documents, id: string): Promise<void> {
  const counter = await documents.get<{ count: number }>('counters', id)
  if (counter) await documents.replace('counters', id, counter.revision, { count: counter.fields.count + 1 })
  else await documents.insert('counters', id, { count: 1 })
}

export function transactionsContract(store: () => Store): void {
  async function count(id: string): Promise<unknown> {
    return (await store().get('counters', id))?.fields.count
  }

  describe('transactions', () => {
    test('all writes land together and the value of the work comes back', async () => {
      await store().insert('orders', 'o1', { state: 'unpaid' })
      const outcome = await store().transaction(async (documents) => {
        await documents.insert('payments', 'w1', { fen: 13000 })
        return documents.replace('orders', 'o1', 1, { state: 'paid' })
      })
      expect(outcome).toBe('replaced')
      expect(await store().get('payments', 'w1')).toStrictEqual({
        id: 'w1',
        revision: 1,
        fields: { fen: 13000 },
      })
      expect(await store().get('orders', 'o1')).toStrictEqual({
        id: 'o1',
        revision: 2,
        fields: { state: 'paid' },
      })
    })

    test('nothing lands when the work throws, and the error comes through', async () => {
      await store().insert('orders', 'o1', { state: 'unpaid' })
      const work = store().transaction(async (documents) => {
        await documents.insert('payments', 'w1', {})
        await documents.replace('orders', 'o1', 1, { state: 'paid' })
        throw new Error('changed my mind')
      })
      await expect(work).rejects.toThrow('changed my mind')
      expect(await store().get('payments', 'w1')).toBeUndefined()
      expect((await store().get('orders', 'o1'))?.revision).toBe(1)
    })

    test('the work reads what it wrote, and others do not until it has landed', async () => {
      await store().transaction(async (documents) => {
        await documents.insert('orders', 'o1', { step: 1 })
        await documents.replace('orders', 'o1', 1, { step: 2 })
        expect(await documents.get('orders', 'o1')).toStrictEqual({
          id: 'o1',
          revision: 2,
          fields: { step: 2 },
        })
        expect(await documents.insert('orders', 'o1', {})).toBe('exists')
        expect(await documents.replace('orders', 'o1', 1, {})).toBe('stale')
        expect(await store().get('orders', 'o1')).toBeUndefined()
      })
      expect((await store().get('orders', 'o1'))?.revision).toBe(2)
    })

    test('after "exists" and "stale" the transaction goes on', async () => {
      await store().insert('orders', 'o1', {})
      await store().transaction(async (documents) => {
        expect(await documents.insert('orders', 'o1', {})).toBe('exists')
        expect(await documents.replace('orders', 'o1', 7, {})).toBe('stale')
        expect(await documents.replace('orders', 'nobody', 1, {})).toBe('stale')
        await documents.insert('orders', 'o2', {})
      })
      expect(await store().get('orders', 'o2')).toBeDefined()
    })

    test('steps started at once inside one transaction all land', async () => {
      await store().transaction(async (documents) => {
        await Promise.all(['a', 'b', 'c'].map((id) => documents.insert('orders', id, {})))
      })
      expect(await Promise.all(['a', 'b', 'c'].map((id) => store().get('orders', id)))).not.toContain(
        undefined,
      )
    })

    test('the second of two overlapping transactions runs again and loses nothing', async () => {
      await store().insert('counters', 'c', { count: 0 })
      const [slowHasRead, fastHasLanded] = [signal(), signal()]
      let runs = 0
      const slow = store().transaction(async (documents) => {
        runs++
        const counter = await documents.get<{ count: number }>('counters', 'c')
        slowHasRead.reach()
        await fastHasLanded.reached
        await documents.insert('payments', `by run ${runs}`, {})
        await documents.replace('counters', 'c', counter?.revision ?? 0, {
          count: (counter?.fields.count ?? 0) + 1,
        })
      })
      await slowHasRead.reached
      await store().transaction((documents) => countUp(documents, 'c'))
      fastHasLanded.reach()
      await slow
      expect(runs).toBe(2)
      expect(await count('c')).toBe(2)
      expect(await store().get('payments', 'by run 1')).toBeUndefined()
      expect(await store().get('payments', 'by run 2')).toBeDefined()
    })

    test('a write outside a transaction is a conflict too', async () => {
      await store().insert('counters', 'c', { count: 0 })
      let runs = 0
      await store().transaction(async (documents) => {
        const counter = await documents.get<{ count: number }>('counters', 'c')
        if (++runs === 1) await store().replace('counters', 'c', 1, { count: 10 })
        await documents.replace('counters', 'c', counter?.revision ?? 0, {
          count: (counter?.fields.count ?? 0) + 1,
        })
      })
      expect(runs).toBe(2)
      expect(await count('c')).toBe(11)
    })

    test('an id inserted by someone else meanwhile is found on the second run', async () => {
      const outcomes: string[] = []
      await store().transaction(async (documents) => {
        await documents.get('orders', 'o1')
        if (outcomes.length === 0) await store().insert('orders', 'o1', { by: 'other' })
        outcomes.push('run')
        outcomes.push(await documents.insert('orders', 'o1', { by: 'us' }))
      })
      expect(outcomes.filter((outcome) => outcome === 'run')).toHaveLength(2)
      expect(outcomes.at(-1)).toBe('exists')
      expect((await store().get('orders', 'o1'))?.fields).toStrictEqual({ by: 'other' })
    })

    test('work that hides its conflict still does not land half', async () => {
      await store().insert('counters', 'c', { count: 0 })
      let runs = 0
      await store().transaction(async (documents) => {
        const counter = await documents.get('counters', 'c')
        if (++runs === 1) await store().replace('counters', 'c', 1, { count: 10 })
        await documents.replace('counters', 'c', counter?.revision ?? 0, { count: 0 }).catch(() => undefined)
        await documents.insert('payments', `run ${runs}`, {}).catch(() => undefined)
      })
      expect(await store().get('payments', 'run 1')).toBeUndefined()
      expect(await count('c')).toBe(0)
      expect((await store().get('counters', 'c'))?.revision).toBe(3)
    })

    test('ten transactions at once on one document all count', async () => {
      await Promise.all(
        Array.from({ length: 10 }, () => store().transaction((documents) => countUp(documents, 'c'))),
      )
      expect(await count('c')).toBe(10)
    })

    test('of ten transactions that would each make the only order, one does', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, click) =>
          store().transaction(async (documents) => {
            if ((await documents.insert('orders', 'person-2024', { click })) === 'exists') return 'exists'
            return documents.insert('payments', `payment-${click}`, {})
          }),
        ),
      )
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
      const winner = outcomes.indexOf('inserted')
      expect((await store().get('orders', 'person-2024'))?.fields).toStrictEqual({ click: winner })
      expect(await store().get('payments', `payment-${winner}`)).toBeDefined()
    })
  })
}
