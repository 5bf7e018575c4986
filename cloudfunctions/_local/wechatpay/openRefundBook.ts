import { openBook, type Book, type Keeper } from './openBook'
import type { SimulatedRefund } from './simulatedRefund'

export interface RefundBook extends Book<SimulatedRefund> {
  ofOrder(orderNumber: string): SimulatedRefund[]
}

export async function openRefundBook(keeper?: Keeper<SimulatedRefund>): Promise<RefundBook> {
  const book = await openBook((refund: SimulatedRefund) => refund.refundNumber, keeper)
  const numbers = new Map<string, Set<string>>()
  const remember = ({ orderNumber, refundNumber }: SimulatedRefund) => {
    numbers.set(orderNumber, (numbers.get(orderNumber) ?? new Set()).add(refundNumber))
  }
  book.all().forEach(remember)
  return {
    ...book,
    ofOrder: (orderNumber) =>
      [...(numbers.get(orderNumber) ?? [])].flatMap((number) => book.byNumber(number) ?? []),
    async put(refund) {
      remember(refund)
      await book.put(refund)
    },
  }
}
