/** Every single edit behind the service's back is found, and named where it was made. */
import fc from 'fast-check'
import { headOf } from '../../../cloudfunctions/_audit/dayHeads'
import { verifyChain } from '../../../cloudfunctions/_audit/verifyChain'
import { eventAt, openChain, type ChainOnFile } from './chainFile'
import { tamperings, type Edit, type Pick } from './tamperings'

jest.setTimeout(120_000)

const now = '2030-11-24T05:00:00.000Z'
let chains: ChainOnFile[]
beforeAll(async () => {
  chains = [
    await openChain([{ from: '2030-11-20T01:00:00.000Z', events: 1 }]),
    await openChain([{ from: '2030-11-20T01:00:00.000Z', events: 57 }]),
    await openChain([
      { from: '2030-11-20T01:00:00.000Z', events: 3 },
      { from: '2030-11-20T15:59:00.000Z', events: 1 },
      { from: '2030-11-21T02:00:00.000Z', events: 53 },
      { from: '2030-11-23T02:00:00.000Z', events: 2 },
      { from: '2030-11-24T04:00:00.000Z', events: 4 },
    ]),
  ]
})
afterAll(() => Promise.all(chains.map((chain) => chain.close())))

/** What verify says while the edits stand; afterwards they are undone. */
async function verifiedWith(chain: ChainOnFile, edits: readonly Edit[]) {
  const before = edits.map(({ collection, id }) => chain.all(collection).get(id))
  for (const { collection, id, fields } of edits) chain.tamper(collection, id, fields)
  const verified = await verifyChain(chain.store, now)
  edits.forEach(({ collection, id }, i) => chain.tamper(collection, id, before[i]))
  return verified
}

test('untouched chains are sound', async () => {
  const verified = await Promise.all(chains.map((chain) => verifyChain(chain.store, now)))
  expect(verified).toEqual([
    { kind: 'sound', links: 1, events: 1, waiting: 0 },
    { kind: 'sound', links: 2, events: 57, waiting: 0 },
    { kind: 'sound', links: 6, events: 63, waiting: 0 },
  ])
})

test('any single edit of any chain is found and named', async () => {
  const tried = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()), async (which, how, picks) => {
      const pick: Pick = (from) => from[(picks.next().value as number) % from.length] as (typeof from)[number]
      const chain = pick(chains.slice(which % chains.length))
      const tampering = tamperings[how % tamperings.length]?.(chain, pick)
      fc.pre(tampering !== undefined)
      tried.add(tampering.what)
      const verified = await verifiedWith(chain, tampering.edits)
      expect([tampering.what, verified]).toEqual([tampering.what, { kind: 'broken', fault: tampering.fault }])
    }),
    { numRuns: 300 },
  )
  expect(tried.size).toBeGreaterThan(24)
  for (const chain of chains) expect(await verifyChain(chain.store, now)).toMatchObject({ kind: 'sound' })
})

test('a last link that is taken away with its events is missed by a head that was kept elsewhere', async () => {
  const [, , chain] = chains
  if (!chain) throw new Error('no chain')
  const kept = await headOf(chain.store, '2030-11-23')
  if (!kept) throw new Error('no head')
  expect(await verifyChain(chain.store, now, [kept])).toMatchObject({ kind: 'sound' })
  const gone = [...chain.all('auditChain')].filter(([, { seq }]) => Number(seq) >= kept.seq)
  const edits: Edit[] = gone.flatMap(([id, { events }]) => [
    { collection: 'auditChain', id, fields: undefined },
    ...(events as { id: string }[]).map((event) => ({
      collection: 'auditEvents',
      id: event.id,
      fields: undefined,
    })),
  ])
  edits.push({ collection: 'auditHeads', id: kept.day, fields: undefined })
  const before = edits.map(({ collection, id }) => chain.all(collection).get(id))
  for (const { collection, id } of edits) chain.tamper(collection, id, undefined)
  expect(await verifyChain(chain.store, now)).toMatchObject({ kind: 'sound' })
  expect(await verifyChain(chain.store, now, [kept])).toEqual({
    kind: 'broken',
    fault: { kind: 'headDiffers', day: '2030-11-23' },
  })
  edits.forEach(({ collection, id }, i) => chain.tamper(collection, id, before[i]))
})

test('events that wait less than an hour are counted, and nothing to verify is sound', async () => {
  const chain = await openChain([])
  expect(await verifyChain(chain.store, now)).toEqual({ kind: 'sound', links: 0, events: 0, waiting: 0 })
  await chain.note(eventAt('2030-11-24T04:00:00.000Z'))
  expect(await verifyChain(chain.store, now)).toEqual({ kind: 'sound', links: 0, events: 0, waiting: 1 })
  await chain.close()
})
