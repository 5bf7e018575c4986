import { createCloudbaseStore } from '../../../cloudfunctions/_adapters/cloudbase/cloudbaseStore'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import type { HeadFields, LinkFields } from '../../../cloudfunctions/_audit/auditRecord'
import { headOf } from '../../../cloudfunctions/_audit/dayHeads'
import { linkEvents } from '../../../cloudfunctions/_audit/linkEvents'
import { noteEvent } from '../../../cloudfunctions/_audit/noteEvent'
import { verifyChain } from '../../../cloudfunctions/_audit/verifyChain'
import type { Fields, Query, Store, Stored } from '../../../cloudfunctions/_ports/store'
import { startCloudbaseDouble } from '../../doubles/cloudbase/cloudbaseDouble'
import { databaseAt } from '../../doubles/cloudbase/databaseAt'
import { eventAt, openChain } from './chainFile'

test('events are linked oldest first, fifty a link at most, and each knows its link', async () => {
  const chain = await openChain([{ from: '2030-11-20T01:00:00.000Z', events: 120 }])
  const links = [...chain.all('auditChain').values()] as LinkFields[]
  expect(links.map(({ seq, events }) => [seq, events.length])).toEqual([
    [1, 50],
    [2, 50],
    [3, 20],
  ])
  expect(links.flatMap(({ events }) => events.map(({ id }) => id))).toEqual([
    ...chain.all('auditEvents').keys(),
  ])
  expect(links.map(({ previous }) => previous)).toEqual(['', links[0]?.hash, links[1]?.hash])
  const linkOf = [...chain.all('auditEvents').values()].map(({ link }) => link)
  expect(linkOf).toEqual([...Array(120).keys()].map((i) => Math.floor(i / 50) + 1))
  expect(await chain.link('2030-11-20T04:00:00.000Z')).toBe(0)
  await chain.close()
})

const clock = { now: () => '2030-11-20T04:00:00.000Z', today: () => '2030-11-20' }

/** Many runs at once, while more events come in. */
async function race(store: Store, events: number, runs: number): Promise<void> {
  const note = (i: number) =>
    store.transaction((documents) => noteEvent(documents, `e-${i}`, eventAt('2030-11-20T03:59:00.000Z', i)))
  await Promise.all([...Array(events).keys()].map(note))
  const late = [...Array(9).keys()].map((i) => note(events + i))
  const counts = await Promise.all([...Array(runs).keys()].map(() => linkEvents({ store, clock })))
  await Promise.all(late)
  const last = await linkEvents({ store, clock })
  expect(counts.reduce((sum, count) => sum + count, last)).toBe(events + 9)
  expect(await verifyChain(store, clock.now())).toMatchObject({
    kind: 'sound',
    events: events + 9,
    waiting: 0,
  })
}

test('ten runs at once make one chain without a fork, and link every event once', async () => {
  const store = openSqliteStore(':memory:')
  await race(store, 230, 10)
  store.close()
})

/** The store as a run sees it whose first look at a collection came too early. */
function seenTooEarly(store: Store, early: string, saw: Stored[]): Store {
  let looks = 0
  return {
    ...store,
    find<F extends Fields>(collection: string, query: Query) {
      // Writing the heads of days looks at the chain from its beginning.
      const isLook = collection === early && !('seq' in query.where)
      if (!isLook || (looks += 1) > 1) return store.find<F>(collection, query)
      return Promise.resolve({ documents: saw as Stored<F>[] })
    },
  }
}

test('a run that saw the chain before its newest link makes no fork, and links behind it in the end', async () => {
  const chain = await openChain([{ from: '2030-11-20T01:00:00.000Z', events: 3 }])
  await chain.note(eventAt('2030-11-20T02:00:00.000Z'))
  expect(await linkEvents({ store: seenTooEarly(chain.store, 'auditChain', []), clock })).toBe(1)
  expect(await verifyChain(chain.store, clock.now())).toMatchObject({ kind: 'sound', links: 2, events: 4 })
  await chain.close()
})

test('a run that saw events before they were linked leaves them where they are', async () => {
  const chain = await openChain([])
  await chain.note(eventAt('2030-11-20T02:00:00.000Z'))
  const { documents } = await chain.store.find('auditEvents', {
    where: { link: 0 },
    sort: { field: 'at', order: 'ascending' },
    limit: 9,
  })
  await chain.link(clock.now())
  expect(await linkEvents({ store: seenTooEarly(chain.store, 'auditEvents', documents), clock })).toBe(0)
  expect(await verifyChain(chain.store, clock.now())).toMatchObject({ kind: 'sound', links: 1, events: 1 })
  await chain.close()
})

test('so they do on CloudBase', async () => {
  const double = await startCloudbaseDouble()
  await race(createCloudbaseStore(databaseAt(double.url)), 60, 3)
  await double.close()
})

test('a day has its head once it is over in Shanghai, and days without links have none', async () => {
  const chain = await openChain([
    { from: '2030-11-20T15:00:00.000Z', events: 2 },
    { from: '2030-11-20T15:58:00.000Z', events: 1 },
  ])
  expect(await headOf(chain.store, '2030-11-20')).toBeUndefined()
  await chain.note(eventAt('2030-11-20T16:01:00.000Z'))
  await chain.link('2030-11-20T16:02:00.000Z')
  expect(await headOf(chain.store, '2030-11-20')).toBeUndefined()
  await chain.note(eventAt('2030-11-23T04:00:00.000Z'))
  await chain.link('2030-11-23T04:01:00.000Z')
  await chain.link('2030-11-24T04:01:00.000Z')
  const heads = [...chain.all('auditHeads').values()] as HeadFields[]
  const links = [...chain.all('auditChain').values()] as LinkFields[]
  expect(heads).toEqual([
    { day: '2030-11-20', seq: 2, hash: links[1]?.hash, events: 3 },
    { day: '2030-11-21', seq: 3, hash: links[2]?.hash, events: 1 },
    { day: '2030-11-23', seq: 4, hash: links[3]?.hash, events: 1 },
  ])
  expect((await headOf(chain.store, '2030-11-22'))?.day).toBe('2030-11-21')
  expect(await verifyChain(chain.store, '2030-11-24T04:02:00.000Z')).toMatchObject({ kind: 'sound' })
  await chain.close()
})

test('a clock that is set back breaks neither the chain nor its heads', async () => {
  const chain = await openChain([
    { from: '2030-11-20T04:00:00.000Z', events: 3 },
    { from: '2031-02-01T04:00:00.000Z', events: 3 },
    { from: '2030-11-20T05:00:00.000Z', events: 3 },
    { from: '2031-02-02T04:00:00.000Z', events: 3 },
  ])
  expect([...chain.all('auditHeads').keys()]).toEqual(['2030-11-20', '2031-02-01'])
  expect(await verifyChain(chain.store, '2031-02-02T04:05:00.000Z')).toMatchObject({
    kind: 'sound',
    events: 12,
  })
  await chain.close()
})
