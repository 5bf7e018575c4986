/**
 * 退费到账: what follows from money being back, inside the transaction that records it. Whoever was enrolled by it is not any
 * more, and may pay anew; what another record or another order says about them stays as it is.
 */
import { post } from '../_ledger/ledgerRecord'
import { changeOrder, releaseClaim, standingOrder, type Order, type OrderLine } from '../_orders/orderRecord'
import type { Documents } from '../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { giveBackCounterPayment } from './counterRefunds'
import { arrivedEntry } from './refundEntries'
import type { Refund } from './refundRecord'
import { changedLines } from './reserve'

/** `at`: the instant at which WeChat paid it back, or at which the transfer was confirmed. */
export async function arrive(
  documents: Documents,
  refund: Refund,
  { at, from }: { at: string; from: 'wechat' | 'treasury' },
): Promise<void> {
  const { orderNumber } = refund.fields
  if (orderNumber === null) return giveBackCounterPayment(documents, refund, at)
  const standing = await standingOrder(documents, orderNumber)
  const order = await changeOrder(documents, standing, {
    refundedFen: standing.fields.refundedFen + refund.fields.fen,
    lines: changedLines(standing, refund.fields.lines, (line) => ({ ...line, refundedAt: at })),
  })
  await post(documents, arrivedEntry(refund, order, { at, from }))
  for (const [index, line] of order.fields.lines.entries())
    if (refund.fields.lines.includes(index)) await letGo(documents, order, line, at)
}

async function letGo(documents: Documents, order: Order, line: OrderLine, at: string): Promise<void> {
  const id = yearId(line.residentId, order.fields.coverageYear)
  const enrollment = await documents.get<EnrollmentFields>('enrollments', id)
  if (enrollment && stands(enrollment) && enrollment.fields.orderNumber === order.id)
    await documents.replace('enrollments', id, enrollment.revision, {
      ...enrollment.fields,
      withdrawnAt: at,
    })
  await releaseClaim(documents, line.claimId, order.id)
}
