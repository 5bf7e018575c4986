import type { Order } from '../_orders/orderRecord'
import type { Documents } from '../_ports/store'
import { refundNumberOf, refundOf, type Refund } from './refundRecord'

/** The refund of one line of an order that is under way or done; else the last one, which was rejected. */
export async function lineRefundOf(
  documents: Pick<Documents, 'get'>,
  { id, fields: { lines } }: Order,
  index: number,
): Promise<Refund | undefined> {
  const line = lines[index]
  if (!line) return undefined
  const { refundNumber, refundsBegun } = line
  const number = refundNumber ?? (refundsBegun > 0 ? refundNumberOf(id, index, refundsBegun) : null)
  return number === null ? undefined : refundOf(documents, number)
}
