/**
 * 到账: records one payment that WeChat itself has stated, exactly once, whoever heard of it first: the callback,
 * the page that asks, or the poller. Everything lands in one transaction.
 */
import { civilDayOf } from '../_ports/clock'
import type { SettledPayment } from '../_ports/payments'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { moveOrder, type Order, type OrderFields } from './orderRecord'

export type Settled =
  /** `twice`: the person was enrolled already when this money came. */
  | { kind: 'settled'; order: Order; twice: boolean }
  /** Genuine, but not what was asked for: kept aside for a person to look at, nothing was enrolled. */
  | { kind: 'quarantined'; mismatch: Mismatch }

export type Mismatch = 'unknownOrder' | 'fen' | 'merchantId' | 'appId' | 'secondPayment'

/** `eventId` is the callback's id; without one, the payment was found by asking. */
export async function settleOrder(
  ports: ServicePorts,
  payment: SettledPayment,
  eventId: string | null,
): Promise<Settled> {
  const settled = await ports.store.transaction(async (documents): Promise<Settled> => {
    if (eventId !== null) await noteEvent(documents, eventId, payment)
    const order = await documents.get<OrderFields>('orders', payment.orderNumber)
    const mismatch = mismatchOf(ports, payment, order)
    if (order && !mismatch) return { kind: 'settled', ...(await recordPayment(documents, order, payment)) }
    await quarantine(documents, payment, mismatch ?? 'unknownOrder')
    return { kind: 'quarantined', mismatch: mismatch ?? 'unknownOrder' }
  })
  report(ports, payment.orderNumber, settled)
  return settled
}

function report({ log }: ServicePorts, orderNumber: string, settled: Settled): void {
  if (settled.kind === 'quarantined')
    return log.alarm({ event: 'paymentQuarantined', orderNumber, mismatch: settled.mismatch })
  const { state } = settled.order.fields
  log.info({ event: 'orderSettled', orderNumber, state })
  if (state === 'late' || settled.twice) log.alarm({ event: 'moneyToGoBack', orderNumber, state })
}

function mismatchOf(
  { settings }: ServicePorts,
  payment: SettledPayment,
  order: Order | undefined,
): Mismatch | undefined {
  if (!order) return 'unknownOrder'
  if (payment.merchantId !== settings.merchantId) return 'merchantId'
  if (payment.appId !== settings.appId) return 'appId'
  if (payment.fen !== order.fields.fen) return 'fen'
  const { transactionId } = order.fields
  return transactionId !== null && transactionId !== payment.transactionId ? 'secondPayment' : undefined
}

async function noteEvent(documents: Documents, eventId: string, payment: SettledPayment): Promise<void> {
  await documents.insert('inbox', eventId, {
    orderNumber: payment.orderNumber,
    transactionId: payment.transactionId,
  })
}

const paymentId = (payment: SettledPayment): string => `${payment.merchantId}-${payment.transactionId}`

async function quarantine(documents: Documents, payment: SettledPayment, mismatch: Mismatch): Promise<void> {
  await documents.insert('quarantine', paymentId(payment), { ...payment, mismatch })
}

async function recordPayment(
  documents: Documents,
  order: Order,
  payment: SettledPayment,
): Promise<{ order: Order; twice: boolean }> {
  if (order.fields.transactionId !== null) return { order, twice: false }
  await documents.insert('payments', paymentId(payment), { ...payment })
  const { paidAt } = payment
  const settled = await moveToPaid(documents, order, { paidAt, transactionId: payment.transactionId })
  const twice = settled.fields.state === 'paid' && (await enroll(documents, settled, paidAt))
  return { order: settled, twice }
}

/** A payment proves that WeChat opened the order, even where the reply that said so was lost. */
async function moveToPaid(
  documents: Documents,
  order: Order,
  payment: Pick<OrderFields, 'paidAt' | 'transactionId'>,
): Promise<Order> {
  if (order.fields.state === 'closed') return moveOrder(documents, order.id, 'late', payment)
  if (order.fields.state === 'created') await moveOrder(documents, order.id, 'prepaid')
  return moveOrder(documents, order.id, 'paid', payment)
}

/** True where the person was enrolled already, by somebody else's record: the money has come twice. */
async function enroll(documents: Documents, order: Order, paidAt: string): Promise<boolean> {
  const { residentId, region, coverageYear, identity, fen, coverageFrom, coverageTo } = order.fields
  const fields: EnrollmentFields = {
    residentId,
    region,
    coverageYear,
    identity,
    paidFen: fen,
    paidAt,
    paidOn: civilDayOf(paidAt),
    coverageFrom,
    coverageTo,
    orderNumber: order.id,
  }
  const enrolled = await documents.insert('enrollments', yearId(residentId, coverageYear), fields)
  return enrolled === 'exists'
}
