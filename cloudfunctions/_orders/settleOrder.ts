/**
 * 到账: records one payment that WeChat itself has stated, exactly once, whoever heard of it first: the callback, the page
 * that asks, the poller, or the day's bill. Inbox, order, ledger, enrollments and what must go back land in one transaction.
 */
import { civilDayOf } from '../_ports/clock'
import type { SettledPayment } from '../_ports/payments'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { noteEvent } from '../_audit/noteEvent'
import { post, type EntryFields, type Posting } from '../_ledger/ledgerRecord'
import { beginReturn } from '../_refunds/beginReturn'
import { enrollLine } from './enrollLine'
import { changeOrder, moveOrder, type Order, type OrderFields, type OrderLine } from './orderRecord'

export type Settled =
  /** `returning`: how much of it goes back by itself, fen. */
  | { kind: 'settled'; order: Order; news: boolean; returning: number }
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
    if (eventId !== null) await noteCallback(documents, eventId, payment)
    const order = await documents.get<OrderFields>('orders', payment.orderNumber)
    const mismatch = order ? mismatchOf(ports, payment, order) : 'unknownOrder'
    if (!order || mismatch) {
      await quarantine(ports, documents, payment, mismatch ?? 'unknownOrder', order)
      return { kind: 'quarantined', mismatch: mismatch ?? 'unknownOrder' }
    }
    return recordPayment(ports, documents, order, payment)
  })
  report(ports, payment.orderNumber, settled)
  return settled
}

function report({ log }: ServicePorts, orderNumber: string, settled: Settled): void {
  if (settled.kind === 'quarantined')
    return log.alarm({ event: 'paymentQuarantined', orderNumber, mismatch: settled.mismatch })
  if (!settled.news) return
  const { state } = settled.order.fields
  log.info({ event: 'orderSettled', orderNumber, state, returning: settled.returning })
}

function mismatchOf({ settings }: ServicePorts, payment: SettledPayment, order: Order): Mismatch | undefined {
  if (payment.merchantId !== settings.merchantId) return 'merchantId'
  if (payment.appId !== settings.appId) return 'appId'
  if (payment.fen !== order.fields.fen) return 'fen'
  const { transactionId } = order.fields
  return transactionId !== null && transactionId !== payment.transactionId ? 'secondPayment' : undefined
}

async function noteCallback(documents: Documents, eventId: string, payment: SettledPayment): Promise<void> {
  await documents.insert('inbox', eventId, {
    orderNumber: payment.orderNumber,
    transactionId: payment.transactionId,
  })
}

const paymentId = (payment: SettledPayment): string => `${payment.merchantId}-${payment.transactionId}`

/** Kept aside, and in the ledger where WeChat took it for us: it stands in WeChat's bill too. */
async function quarantine(
  ports: ServicePorts,
  documents: Documents,
  payment: SettledPayment,
  mismatch: Mismatch,
  order: Order | undefined,
): Promise<void> {
  await documents.insert('quarantine', paymentId(payment), { ...payment, mismatch })
  await noteEvent(documents, `aside-${paymentId(payment)}`, {
    actor: 'wechat',
    action: 'paymentQuarantined',
    object: `quarantine/${paymentId(payment)}`,
    at: ports.clock.now(),
    details: { mismatch, fen: payment.fen },
  })
  if (payment.merchantId !== ports.settings.merchantId) return
  const aside: Posting = { account: 'suspense', fen: -payment.fen, residentId: null }
  await post(documents, entryOf(ports, payment, order?.fields.region ?? null, [aside]))
}

async function recordPayment(
  ports: ServicePorts,
  documents: Documents,
  standing: Order,
  payment: SettledPayment,
): Promise<Settled> {
  if (standing.fields.transactionId !== null)
    return { kind: 'settled', order: standing, news: false, returning: 0 }
  const { paidAt, transactionId } = payment
  await documents.insert('payments', paymentId(payment), {
    ...payment,
    day: civilDayOf(paidAt),
    region: standing.fields.region,
  })
  const order = await moveToPaid(documents, standing, { paidAt, transactionId })
  const back = await linesToReturn(documents, order)
  const postings = order.fields.lines.map((line, index) => postingOf(line, back.includes(index)))
  await post(documents, entryOf(ports, payment, order.fields.region, postings))
  await noteEvent(documents, `paid-${paymentId(payment)}`, {
    actor: 'wechat',
    action: 'orderPaid',
    object: `orders/${order.id}`,
    at: ports.clock.now(),
    details: { state: order.fields.state, fen: payment.fen, linesToReturn: back.length },
  })
  if (back.length === 0) return { kind: 'settled', order, news: true, returning: 0 }
  const cause = order.fields.state === 'late' ? 'late' : 'twice'
  const returned = await beginReturn(documents, order, back, { cause, at: ports.clock.now() })
  const settled = await changeOrder(documents, order, returned.changes)
  return { kind: 'settled', order: settled, news: true, returning: returned.fen }
}

/** A payment proves that WeChat opened the order, even where the reply that said so was lost. */
async function moveToPaid(
  documents: Documents,
  order: Order,
  payment: Pick<OrderFields, 'paidAt' | 'transactionId'>,
): Promise<Order> {
  const open = order.fields.state === 'created' ? await moveOrder(documents, order, 'opened') : order
  return moveOrder(documents, open, 'paymentStated', payment)
}

/** Which lines bought nothing: all of an order paid too late, and those whose person was enrolled meanwhile. */
async function linesToReturn(documents: Documents, order: Order): Promise<number[]> {
  const { state, lines } = order.fields
  if (state === 'late') return lines.map((_line, index) => index)
  const back: number[] = []
  for (const [index, line] of lines.entries())
    if ((await enrollLine(documents, order, line)) === 'already') back.push(index)
  return back
}

const postingOf = ({ fen, residentId }: OrderLine, goesBack: boolean): Posting => ({
  account: goesBack ? 'toReturn' : 'contributions',
  fen: -fen,
  residentId,
})

const entryOf = (
  { clock }: ServicePorts,
  { paidAt, orderNumber, transactionId, fen }: SettledPayment,
  region: string | null,
  postings: readonly Posting[],
): EntryFields => ({
  kind: 'pay',
  region,
  day: civilDayOf(paidAt),
  at: paidAt,
  recordedAt: clock.now(),
  orderNumber,
  transactionId,
  refundNumber: null,
  postings: [{ account: 'wechat', fen, residentId: null }, ...postings],
})
