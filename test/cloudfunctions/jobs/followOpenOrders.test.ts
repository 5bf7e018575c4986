/** Many open orders at once, at a season's peak: everybody is asked about in turn. WeChat is a list of who has paid. */
import { shanghaiClock } from '../../../cloudfunctions/_adapters/clock/shanghaiClock'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import type { Payments } from '../../../cloudfunctions/_ports/payments'
import type { ServicePorts } from '../../../cloudfunctions/_ports/ports'
import { followOpenOrders } from '../../../cloudfunctions/jobs/followOpenOrders'
import { orderFields } from '../world/orderFields'

const orders = 250
const numberOf = (index: number): string => `ORDER${String(index).padStart(5, '0')}`

/** Orders a second apart, all open and unpaid. Asking about one takes so many seconds of the scripted clock. */
async function crowd(secondsPerQuery = 0) {
  const store = openSqliteStore(':memory:')
  const start = Date.parse('2030-11-20T04:00:00Z')
  const time = { now: start + orders * 1000 }
  const asked: string[] = []
  const running = { now: 0, most: 0 }
  for (let index = 0; index < orders; index++)
    await store.insert(
      'orders',
      numberOf(index),
      orderFields({ state: 'prepaid', createdAt: new Date(start + index * 1000).toISOString() }),
    )
  const payments: Partial<Payments> = {
    async query(number) {
      asked.push(number)
      running.most = Math.max(running.most, ++running.now)
      await new Promise(setImmediate)
      time.now += secondsPerQuery * 1000
      running.now -= 1
      return { kind: 'notPaid' }
    },
  }
  const ports = {
    store,
    payments,
    clock: shanghaiClock(() => time.now),
    log: { info: () => undefined, alarm: () => undefined },
  } as Partial<ServicePorts> as ServicePorts
  return { ports, store, asked, running }
}

test('every open order is asked about once a round, several at a time and not more', async () => {
  const { ports, store, asked, running } = await crowd()
  expect(await followOpenOrders(ports, { seconds: 60, atOnce: 8 })).toEqual({ looked: orders, ended: 0 })
  expect(new Set(asked).size).toBe(orders)
  expect(running.most).toBe(8)
  store.close()
})

test('a round without time for all goes on next time where it stopped: nobody twice before everybody once', async () => {
  const { ports, store, asked } = await crowd(1)
  for (let round = 0; asked.length < orders; round++) {
    const before = asked.length
    await followOpenOrders(ports, { seconds: 40, atOnce: 4 })
    expect(asked.length - before).toBeGreaterThanOrEqual(40)
    expect(asked.length - before).toBeLessThan(50)
  }
  expect(new Set(asked.slice(0, orders)).size).toBe(orders)
  store.close()
})

test('orders that are being closed are not kept waiting by those that may still be paid', async () => {
  const { ports, store, asked } = await crowd(1)
  await store.insert('orders', 'CREATED00001', orderFields({ createdAt: '2030-11-20T05:00:00.000Z' }))
  await followOpenOrders(ports, { seconds: 150, atOnce: 4 })
  expect(asked).toContain('CREATED00001')
  expect(asked.length).toBeLessThan(orders)
  store.close()
})
