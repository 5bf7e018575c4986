import type { TimelineEntry } from '../../shared/contracts/person'
import { counterPaymentOf } from '../_counter/counterPaymentRecord'
import { claimIdOf, claimOf, orderOf, type Order } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { lineRefundOf } from '../_refunds/lineRefundOf'
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
        ...enrolled(enrollment?.fields),
        ...(await atCounter(ports, enrollment?.fields.counterPayment)),
        ...(await Promise.all(orders.map((order) => ordered(ports, order, stored.id)))).flat(),
        ...(await besides(ports, stored.id, coverageYear)),
      ]
    }),
  )
  return entries.flat()
}

function enrolled(fields: EnrollmentFields | undefined): TimelineEntry[] {
  if (!fields) return []
  const { coverageYear, way, paidFen: fen, identity, paidAt, paidOn, withdrawnAt } = fields
  const at = paidAt ?? paidOn ?? `${coverageYear}-01-01`
  return [
    { what: 'enrolled', at, by: null, coverageYear, way, fen, identity },
    ...(withdrawnAt === null
      ? []
      : [{ what: 'withdrawn' as const, at: withdrawnAt, by: null, coverageYear }]),
  ]
}

async function atCounter({ store }: StaffPorts, paymentId: string | undefined): Promise<TimelineEntry[]> {
  const payment = paymentId === undefined ? undefined : await counterPaymentOf(store, paymentId)
  if (!payment) return []
  const { coverageYear, state, fen, channel, enteredAt, enteredBy } = payment.fields
  const by = await colleagueName(store, enteredBy)
  return [{ what: 'counterPaid', at: enteredAt, by, coverageYear, state, fen, channel }]
}

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
  return [
    { ...paid, state: publicState[state], fen: line.fen },
    ...(refund
      ? [
          {
            what: 'refund' as const,
            at: refund.fields.changedAt,
            by: null,
            coverageYear,
            state: refund.fields.state,
            fen: refund.fields.fen,
            reason: refund.fields.reason,
          },
        ]
      : []),
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
