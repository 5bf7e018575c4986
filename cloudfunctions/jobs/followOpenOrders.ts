/**
 * 查单、关单: asks WeChat about every order that is still open, records what was paid without a callback, and closes what can
 * be paid no more. Where there are more orders than time, the next round goes on where this one stopped, so that nobody
 * waits behind orders that were asked about already.
 */
import { bringUpToDate, isSettled, openStates } from '../_orders/bringUpToDate'
import type { Order, OrderFields } from '../_orders/orderRecord'
import type { OrderState } from '../_orders/orderStates'
import { errorLine } from '../_ports/errorLine'
import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Condition } from '../_ports/store'
import { positionOf, savePosition } from './followPosition'

const pageSize = 100

interface Counts {
  looked: number
  ended: number
}

/**
 * How many orders were looked at, and how many of them ended. An order that fails does not stop the others.
 * `seconds` is how long it may take, `atOnce` how many orders are asked about at the same time.
 */
export async function followOpenOrders(
  ports: ServicePorts,
  { seconds, atOnce }: { seconds: number; atOnce: number } = { seconds: Infinity, atOnce: 8 },
): Promise<Counts> {
  const counts: Counts = { looked: 0, ended: 0 }
  const until = Date.parse(ports.clock.now()) + seconds * 1000
  const inTime = (): boolean => Date.parse(ports.clock.now()) < until
  const begun = await positionOf(ports.store)
  const walks = openStates.map((state) => ({ state, pages: pagesFrom(ports, state, begun[state]) }))
  const reached: Partial<Record<OrderState, string>> = {}

  // A page of each state in turn: a state with many orders does not keep the others waiting.
  for (let going = walks; going.length > 0;) {
    const further = []
    for (const walk of going) {
      const { value: page, done } = await walk.pages.next()
      if (done) continue
      const left = await severalAtOnce(page, atOnce, (order) => follow(ports, order, counts), inTime)
      if (left) reached[walk.state] = left.fields.createdAt
      else further.push(walk)
    }
    going = further
  }
  await savePosition(ports.store, begun, reached)
  if (counts.looked > 0) ports.log.info({ event: 'openOrdersFollowed', ...counts })
  return counts
}

/** The orders of one state: from where the last round stopped to the youngest, then those before. */
async function* pagesFrom(
  { store }: ServicePorts,
  state: OrderState,
  start: string | undefined,
): AsyncGenerator<Order[], undefined> {
  const parts: (Condition | undefined)[] =
    start === undefined ? [undefined] : [{ from: start }, { before: start }]
  for (const createdAt of parts)
    yield* pagesOf<OrderFields>(store, 'orders', {
      where: createdAt === undefined ? { state } : { state, createdAt },
      sort: { field: 'createdAt', order: 'ascending' },
      limit: pageSize,
    })
  return undefined
}

async function follow(ports: ServicePorts, order: Order, counts: Counts): Promise<void> {
  counts.looked += 1
  try {
    if (isSettled(await bringUpToDate(ports, order))) counts.ended += 1
  } catch (thrown) {
    ports.log.alarm({ event: 'orderNotFollowed', orderNumber: order.id, ...errorLine(thrown) })
  }
}
