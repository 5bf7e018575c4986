/** 凭证: what was paid, for whom, and how far the money is, as frozen when the order was made. */
import { Receipt } from '../../shared/contracts/receipt'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { orderOfCaller, type OrderLine } from '../_orders/orderRecord'
import { refundOf } from '../_refunds/refundRecord'
import { shownRefund } from '../_refunds/shownRefund'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { citedNotices, placeOf } from './citedNotices'

export const receipt = useCase(Receipt, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  if (!standing) return refuse('notFound')
  const { fields } = await bringUpToDate(ports, standing)
  if (fields.state !== 'paid' || fields.paidAt === null) return refuse('notPaid')

  const { region, coverageYear, fen, paidAt, lines } = fields
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) throw new Error(`order ${orderNumber} has lost its table`)
  return done({
    number: orderNumber,
    people: await Promise.all(lines.map((line) => personPaidFor(ports, line))),
    place: placeOf(policy.table),
    coverageYear,
    fen,
    paidAt,
    status: { tax: 'received', bureau: 'awaiting', asOf: ports.clock.now() },
    clauses: [...new Set(lines.flatMap(({ clauses }) => clauses))],
    notices: citedNotices(policy.table),
  })
})

async function personPaidFor({ store, cipher }: Ports, line: OrderLine) {
  const { residentId, fen, coverageFrom, coverageTo, refundNumber } = line
  const stored = await store.get<ResidentFields>('residents', residentId)
  if (!stored) throw new Error('an order has lost its resident')
  const { name, idNumber } = openResident(cipher, stored)
  const refund = refundNumber === null ? undefined : await refundOf(store, refundNumber)
  return {
    residentId,
    name,
    maskedId: maskIdNumber(idNumber),
    fen,
    coverageFrom,
    coverageTo,
    refund: refund ? shownRefund(refund) : null,
  }
}
