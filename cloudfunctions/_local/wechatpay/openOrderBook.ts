import { openBook, type Book, type Keeper } from './openBook'
import type { SimulatedOrder } from './simulatedOrder'

export interface OrderBook extends Book<SimulatedOrder> {
  byPrepayId(prepayId: string): SimulatedOrder | undefined
}

export async function openOrderBook(keeper?: Keeper<SimulatedOrder>): Promise<OrderBook> {
  const book = await openBook((order: SimulatedOrder) => order.orderNumber, keeper)
  const numbers = new Map(book.all().map(({ prepayId, orderNumber }) => [prepayId, orderNumber]))
  return {
    ...book,
    byPrepayId: (prepayId) => book.byNumber(numbers.get(prepayId) ?? ''),
    async put(order) {
      numbers.set(order.prepayId, order.orderNumber)
      await book.put(order)
    },
  }
}
