import type { TimelineEntry } from '../../shared/contracts/person'
import { paymentBehind, type CounterPayment } from '../_counter/counterPaymentRecord'
import { undoneOf, type Undone } from '../_counter/undoneOf'
import { claimIdOf, claimOf, orderOf, type Order } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { refundOfCounterPayment } from '../_refunds/counterRefunds'
import { lineRefundOf } from '../_refunds/lineRefundOf'
import type { Refund } from '../_refunds/refundRecord'
import { shownRefund } from '../_refunds/shownRefund'
import { reportOf, yearId, yearsOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import { colleagueName } from '../_staff/colleagueName'

/** Enrollments, orders, counter payments, refunds and subsidies of every year worth looking at. */
export async function moneyOf(ports: StaffPorts, stored: Stored<ResidentFields>): Promise<TimelineEntry[]> {
  const { idNumber, region } = openResident(ports.cipher, stored)
  const entries = await Promise.all(
    yearsOf(ports, region).map(async (coverageYear) => {
      const enrollment = await ports.store.get<EnrollmentFields>(
        'enrollments',
        yearId(stored.id, coverageYear),
      )
      const claim = await claimOf(ports, claimIdOf(ports.cipher, idNumber, coverageYear))
      const numbers = new Set([claim?.fields.orderNumber, enrollment?.fields.orderNumber])
      const orders = await Promise.all(
        [...numbers].flatMap((number) => (number ? [orderOf(ports, number)] : [])),
      )
      return [
        ...(enrollment ? await enrolled(ports, enrollment) : []),
        ...(await Promise.all(orders.map((order) => ordered(ports, order, stored.id)))).flat(),
        ...(await besides(ports, stored.id, coverageYear)),
      ]
    }),
  )
  return entries.flat()
}

async function enrolled(ports: StaffPorts, enrollment: Stored<EnrollmentFields>): Promise<TimelineEntry[]> {
  const { coverageYear, way, paidFen: fen, identity, paidAt, paidOn, withdrawnAt } = enrollment.fields
  const at = paidAt ?? paidOn ?? `${coverageYear}-01-01`
  const payment = await paymentBehind(ports.store, enrollment)
  const undone = await undoneOf(ports.store, enrollment, payment)
  const byCounter = undone === undefined ? null : undone.as.how === 'refunded' ? 'refund' : 'mistake'
  const why = way === 'counter' ? byCounter : 'refund'
  return [
    { what: 'enrolled', at, by: null, coverageYear, way, fen, identity, stands: withdrawnAt === null },
    ...(withdrawnAt === null
      ? []
      : [{ what: 'withdrawn', at: withdrawnAt, by: null, coverageYear, why } as const]),
    ...(payment ? await atCounter(ports, enrollment, payment, undone) : []),
  ]
}

/** The counter payment behind an enrollment, and what became of it: a receipt that is somebody else's by now says nothing of this person. */
async function atCounter(
  { store }: StaffPorts,
  { fields: { residentId, coverageYear } }: Stored<EnrollmentFields>,
  payment: CounterPayment,
  undone: Undone | undefined,
): Promise<TimelineEntry[]> {
  const { fields } = payment
  const isTheirs = fields.residentId === residentId && fields.coverageYear === coverageYear
  if (!isTheirs && !undone) return []
  const by = isTheirs ? await colleagueName(store, fields.enteredBy) : null
  const at = isTheirs ? fields.enteredAt : (undone?.paidOn ?? undone?.at ?? fields.enteredAt)
  const refund = isTheirs ? await refundOfCounterPayment(store, payment) : undefined
  return [
    {
      ...{ what: 'counterPaid' as const, at, by, coverageYear },
      fen: undone?.fen ?? fields.fen,
      channel: isTheirs ? fields.channel : (undone?.channel ?? null),
      undone: undone?.as ?? null,
    },
    ...(refund ? [refundEntry(refund, coverageYear)] : []),
  ]
}

const refundEntry = ({ fields }: Refund, coverageYear: number): TimelineEntry => ({
  ...{ what: 'refund', at: fields.changedAt, by: null, coverageYear },
  ...{ state: fields.state, fen: fields.fen, reason: fields.reason },
})

/** Of an order for several people, this person's part alone. */
async function ordered(
  { store }: StaffPorts,
  order: Order | undefined,
  residentId: string,
): Promise<TimelineEntry[]> {
  const place = order?.fields.lines.findIndex((line) => line.residentId === residentId) ?? -1
  const line = order?.fields.lines[place]
  if (!order || !line) return []
  const { coverageYear, createdAt, state } = order.fields
  const refund = await lineRefundOf(store, order, place)
  const paid = { what: 'ordered' as const, at: createdAt, by: null, coverageYear }
  const isBack = refund !== undefined && shownRefund(refund).stage === 'arrived'
  return [
    { ...paid, state: publicState[state], fen: line.fen, isBack },
    ...(refund ? [refundEntry(refund, coverageYear)] : []),
  ]
}

async function besides(
  ports: StaffPorts,
  residentId: string,
  coverageYear: number,
): Promise<TimelineEntry[]> {
  const subsidy = await subsidyPaymentOf(ports.store, residentId, coverageYear)
  const report = await reportOf(ports, residentId, coverageYear)
  return [
    ...(subsidy
      ? [
          {
            what: 'subsidyPaid' as const,
            at: subsidy.fields.paidOn,
            by: await colleagueName(ports.store, subsidy.fields.notedBy),
            coverageYear,
            fen: subsidy.fields.fen,
          },
        ]
      : []),
    ...(report
      ? [
          {
            what: 'saidPaidElsewhere' as const,
            at: report.fields.reportedAt,
            by: null,
            coverageYear,
            channel: report.fields.channel,
          },
        ]
      : []),
  ]
}
