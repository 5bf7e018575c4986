import type { Order, OrderFields, OrderLine } from '../_orders/orderRecord'
import { refundNumberOf } from './refundRecord'

/**
 * Takes hold of some lines of a paid order for one refund: they name it, and the sum is reserved. Refunds can never take
 * more than was paid, because a line has one refund at a time and the order is replaced with its revision.
 * @throws Error where a line is held already: callers look first.
 */
export function reserve(order: Order, lines: readonly number[]) {
  const chosen = lines.map((index) => lineOf(order, index))
  const [first = 0] = lines
  const refundNumber = refundNumberOf(order.id, first, lineOf(order, first).refundsBegun + 1)
  const fen = chosen.reduce((sum, line) => sum + line.fen, 0)
  const reservedFen = order.fields.reservedFen + fen
  if (chosen.some((line) => line.refundNumber !== null) || reservedFen > order.fields.fen)
    throw new Error(`order ${order.id}: a line is held by another refund`)
  const changes: Partial<OrderFields> = {
    reservedFen,
    lines: changedLines(order, lines, (line) => ({
      ...line,
      refundNumber,
      refundsBegun: line.refundsBegun + 1,
    })),
  }
  return { refundNumber, fen, changes }
}

/** What must change on the order after a rejected refund: the lines are free for another one. */
export const unreserve = (order: Order, lines: readonly number[], fen: number): Partial<OrderFields> => ({
  reservedFen: order.fields.reservedFen - fen,
  lines: changedLines(order, lines, (line) => ({ ...line, refundNumber: null })),
})

/** The order's lines, some of them changed. */
export const changedLines = (
  order: Order,
  indexes: readonly number[],
  change: (line: OrderLine) => OrderLine,
): OrderLine[] => order.fields.lines.map((line, index) => (indexes.includes(index) ? change(line) : line))

function lineOf(order: Order, index: number): OrderLine {
  const line = order.fields.lines[index]
  if (!line) throw new Error(`order ${order.id} has no line ${index}`)
  return line
}
