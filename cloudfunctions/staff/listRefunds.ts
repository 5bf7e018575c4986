/** 待办退费: what waits at a desk of the caller's role, with what is needed to decide. */
import { ListRefunds } from '../../shared/contracts/listRefunds'
import { desksOf, type RefundOnDesk } from '../../shared/contracts/staff'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { counterPaymentOf, type CounterPayment } from '../_counter/counterPaymentRecord'
import { standingOrder } from '../_orders/orderRecord'
import type { StaffPorts } from '../_ports/ports'
import { citedNotices } from '../_policies/citedNotices'
import { done, refuse } from '../_ports/useCase'
import type { Refund, RefundFields } from '../_refunds/refundRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { hasActed } from '../_refunds/hasActed'
import { wayStated } from '../_refunds/wayStated'

const pageSize = 20

export const listRefunds = staffUseCase(
  ListRefunds,
  ['tax', 'bureau', 'finance', 'auditor'],
  async ({ desk, cursor }, ports) => {
    if (!desksOf[ports.staff.role]?.includes(desk)) return refuse('notAllowed')
    const page = await ports.store.find<RefundFields>('refunds', {
      where: { desk },
      sort: { field: 'requestedAt', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const refunds = await Promise.all(page.documents.map((refund) => shown(ports, refund)))
    const seen = refunds.flatMap(({ people }) => people.map(({ residentId }) => residentId))
    await notePeopleSeen(ports, 'refunds', seen)
    return done({
      refunds,
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      notices: noticesOf(ports, page.documents),
    })
  },
)

const noticesOf = ({ policies, staff }: StaffPorts, refunds: readonly Refund[]) =>
  [...new Set(refunds.map(({ fields }) => fields.coverageYear))].flatMap((year) => {
    const policy = policies.inForce(staff.region, year)
    return policy ? citedNotices(policy.table) : []
  })

async function shown(ports: StaffPorts, refund: Refund): Promise<RefundOnDesk> {
  const { orderNumber, counterPayment, coverageYear, cause, reason, fen, way, voucher } = refund.fields
  const { requestedAt, changedAt } = refund.fields
  const paid = counterPayment === null ? undefined : await counterPaymentOf(ports.store, counterPayment)
  return {
    refundNumber: refund.id,
    orderNumber,
    counter: paid ? counterOf(paid) : null,
    coverageYear,
    cause,
    reason,
    fen,
    people: await peopleOf(ports, paid ? [paid.fields] : await linesOf(ports, refund)),
    way,
    wayStated: wayStated(ports, refund),
    voucher,
    requestedAt,
    changedAt,
    mayAct: ports.staff.role !== 'auditor' && !hasActed(refund, ports.staff),
  }
}

const counterOf = ({ fields: { town, receipt, channel, paidOn } }: CounterPayment) => ({
  town,
  receipt,
  channel,
  paidOn,
})

async function linesOf({ store }: StaffPorts, { id, fields }: Refund) {
  if (fields.orderNumber === null) throw new Error(`refund ${id} is of no order and no counter payment`)
  const order = await standingOrder(store, fields.orderNumber)
  return order.fields.lines.filter((_line, index) => fields.lines.includes(index))
}

async function peopleOf(
  { store, cipher }: StaffPorts,
  shares: readonly { residentId: string; fen: number }[],
) {
  return Promise.all(
    shares.map(async ({ residentId, fen }) => {
      const stored = await store.get<ResidentFields>('residents', residentId)
      if (!stored) throw new Error('a refund has lost its resident')
      const { name, idNumber } = openResident(cipher, stored)
      return { residentId, name, maskedId: maskIdNumber(idNumber), fen }
    }),
  )
}
