import type { Fields, Store } from '../_ports/store'
import type { OrderKeeper } from './wechatpay/openOrderBook'
import type { SimulatedOrder } from './wechatpay/simulatedOrder'

const collection = 'simulatedOrders'

/** Keeps what the simulated WeChat knows, so that ending the service in the middle of a payment loses nothing. */
export function simulatedOrderKeeper(store: Store): OrderKeeper {
  return {
    async load() {
      const orders: SimulatedOrder[] = []
      let cursor: string | undefined
      do {
        const page = await store.find<{ order: Fields; number: string }>(collection, {
          where: {},
          sort: { field: 'number', order: 'ascending' },
          limit: 500,
          ...(cursor === undefined ? {} : { cursor }),
        })
        orders.push(...page.documents.map(({ fields }) => fields.order as unknown as SimulatedOrder))
        cursor = page.cursor
      } while (cursor !== undefined)
      return orders
    },
    async save(order) {
      const fields = { number: order.orderNumber, order: JSON.parse(JSON.stringify(order)) as Fields }
      const standing = await store.get(collection, order.orderNumber)
      if (standing) await store.replace(collection, order.orderNumber, standing.revision, fields)
      else await store.insert(collection, order.orderNumber, fields)
    },
  }
}
