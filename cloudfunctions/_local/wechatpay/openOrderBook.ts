import type { SimulatedOrder } from './simulatedOrder'

/** Keeps orders over a restart. Without it they live as long as the process. */
export interface OrderKeeper {
  load(): Promise<SimulatedOrder[]>
  /** Called with the whole order after every change, before WeChat's reply goes out. */
  save(order: SimulatedOrder): Promise<void>
}

export interface OrderBook {
  byNumber(orderNumber: string): SimulatedOrder | undefined
  byPrepayId(prepayId: string): SimulatedOrder | undefined
  all(): SimulatedOrder[]
  put(order: SimulatedOrder): Promise<void>
}

export async function openOrderBook(keeper?: OrderKeeper): Promise<OrderBook> {
  const orders = new Map<string, SimulatedOrder>()
  const numbers = new Map<string, string>()
  const remember = (order: SimulatedOrder) => {
    orders.set(order.orderNumber, order)
    numbers.set(order.prepayId, order.orderNumber)
  }
  for (const order of (await keeper?.load()) ?? []) remember(order)

  return {
    byNumber: (orderNumber) => orders.get(orderNumber),
    byPrepayId: (prepayId) => orders.get(numbers.get(prepayId) ?? ''),
    all: () => [...orders.values()],
    async put(order) {
      remember(order)
      await keeper?.save(order)
    },
  }
}
