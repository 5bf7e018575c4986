/** 凭证: what was paid, for whom, and how far the money is, as frozen when the order was made. */
import { Receipt } from '../../shared/contracts/receipt'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { receivedByBureau } from '../_days/receivedByBureau'
import { orderOfCaller, type Order, type OrderLine } from '../_orders/orderRecord'
import { refundWords } from '../_refunds/refundWords'
import { lineRefundOf } from '../_refunds/lineRefundOf'
import { shownRefund } from '../_refunds/shownRefund'
import { memberOf } from '../_residents/family'
import { standingResident } from '../_residents/residentRecord'
import { citedNotices, placeOf } from '../_policies/citedNotices'

export const receipt = useCase(Receipt, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  if (!standing) return refuse('notFound')
  const order = await bringUpToDate(ports, standing)
  const { fields } = order
  if (fields.state !== 'paid' || fields.paidAt === null) return refuse('notPaid')

  const { region, coverageYear, fen, paidAt, lines } = fields
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) throw new Error(`order ${orderNumber} has lost its table`)
  return done({
    number: orderNumber,
    people: await Promise.all(lines.map((line, index) => personPaidFor(ports, order, line, index))),
    place: placeOf(policy.table),
    coverageYear,
    fen,
    paidAt,
    status: { tax: 'received', ...(await bureauStatus(ports, order)) },
    refunds: refundWords(policy.table, ports.clock.today()),
    clauses: await clausesToShow(ports, lines),
    notices: citedNotices(policy.table),
  })
})

/** 医保到账: once the bureau itself has received the day that this payment is on. */
async function bureauStatus({ store, clock }: Ports, order: Order) {
  const receivedAt = await receivedByBureau(store, order)
  return receivedAt === undefined
    ? ({ bureau: 'awaiting', asOf: clock.now() } as const)
    : ({ bureau: 'arrived', asOf: receivedAt } as const)
}

/** A clause may be the one about an identity: it is cited to whoever may know it. */
async function clausesToShow(ports: Ports, lines: readonly OrderLine[]): Promise<string[]> {
  const members = await Promise.all(lines.map(({ residentId }) => memberOf(ports, residentId)))
  return [...new Set(lines.flatMap(({ clauses }, index) => (members[index]?.knowsWhy ? clauses : [])))]
}

async function personPaidFor(ports: Ports, order: Order, line: OrderLine, index: number) {
  const { residentId, fen, coverageFrom, coverageTo } = line
  const { name, idNumber } = await standingResident(ports, residentId)
  const refund = await lineRefundOf(ports.store, order, index)
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
