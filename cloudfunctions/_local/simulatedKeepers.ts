import { pagesOf } from '../_ports/pages'
import { put } from '../_ports/put'
import type { Fields, Store } from '../_ports/store'
import type { Keeper } from './wechatpay/openBook'
import type { SimulatedOrder } from './wechatpay/simulatedOrder'
import type { SimulatedRefund } from './wechatpay/simulatedRefund'

/** Keeps what the simulated WeChat knows, so that ending the service in the middle of a payment loses nothing. */
export function simulatedKeepers(store: Store) {
  return {
    orders: keeper<SimulatedOrder>(store, 'simulatedOrders', 'order', (order) => order.orderNumber),
    refunds: keeper<SimulatedRefund>(store, 'simulatedRefunds', 'refund', (refund) => refund.refundNumber),
  }
}

function keeper<T>(
  store: Store,
  collection: string,
  field: string,
  numberOf: (item: T) => string,
): Keeper<T> {
  return {
    async load() {
      const items: T[] = []
      for await (const page of pagesOf<Fields>(store, collection, {
        where: {},
        sort: { field: 'number', order: 'ascending' },
        limit: 500,
      }))
        items.push(...page.map(({ fields }) => fields[field] as unknown as T))
      return items
    },
    async save(item) {
      const number = numberOf(item)
      const fields = { number, [field]: JSON.parse(JSON.stringify(item)) as Fields }
      await put(store, collection, number, fields)
    },
  }
}
