/**
 * Refunds of payments made at a counter. Their money never was at WeChat, so the finance office transfers it back; and no entry of the
 * ledger tells of it, as none told of the payment: its proof is the voucher.
 */
import type { RefundReason } from '../../shared/contracts/refund'
import {
  changeCounterPayment,
  counterPaymentOf,
  isAtRest,
  moveCounterPayment,
  type CounterPayment,
} from '../_counter/counterPaymentRecord'
import { endCover } from '../_counter/endCover'
import type { AuditActor } from '../_ports/audit'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import type { Applied } from './applyForRefund'
import { refundNumberOf, refundOf, type Refund } from './refundRecord'
import { writeRefund } from './writeRefund'

/** The part of a payment's id by which its refunds are numbered: WeChat's form of a number, although WeChat never hears of it. */
const stem = 20

const application = { state: 'requested', cause: 'application', way: 'transfer' } as const

/** Begins an application for one counter payment: of two at once, one. `notNow`: it does not stand, or is being reversed. */
export function applyForCounterRefund(
  { store, clock }: ServicePorts,
  paymentId: string,
  { reason, requestedBy }: { reason: RefundReason; requestedBy: AuditActor },
): Promise<Applied | { kind: 'notNow' }> {
  return store.transaction(async (documents): Promise<Applied | { kind: 'notNow' }> => {
    const payment = await standingPayment(documents, paymentId)
    if (payment.fields.refundNumber !== null)
      return { kind: 'held', refundNumber: payment.fields.refundNumber }
    if (!isAtRest(payment.fields)) return { kind: 'notNow' }
    const at = clock.now()
    const { region, coverageYear, fen, refundsBegun } = payment.fields
    const number = refundNumberOf(paymentId.slice(0, stem), 0, refundsBegun + 1)
    const beginning = { ...application, reason, requestedBy, at }
    const refund = await writeRefund(documents, number, beginning, {
      orderNumber: null,
      transactionId: null,
      counterPayment: paymentId,
      region,
      coverageYear,
      lines: [],
      fen,
    })
    await changeCounterPayment(
      documents,
      payment,
      { step: 'refundBegun', actor: requestedBy, at },
      { refundNumber: refund.id, rejectedRefund: null, refundsBegun: refundsBegun + 1 },
    )
    return { kind: 'applied', refund }
  })
}

/** The money is back, inside the transaction that says so: the payment enrolls and holds nobody any more. */
export async function giveBackCounterPayment(
  documents: Documents,
  refund: Refund,
  at: string,
): Promise<void> {
  const payment = await paymentOf(documents, refund)
  const actor = refund.fields.confirmedBy ?? 'service'
  await moveCounterPayment(documents, payment, { event: 'moneyBack', actor, at })
  await endCover(documents, payment, at)
}

/** Rejected, inside the transaction that says so: the payment is free for another application. */
export async function letCounterPaymentBe(documents: Documents, refund: Refund, at: string): Promise<void> {
  const actor = refund.fields.decidedBy ?? 'service'
  await changeCounterPayment(
    documents,
    await paymentOf(documents, refund),
    { step: 'refundRejected', actor, at },
    { refundNumber: null, rejectedRefund: refund.id },
  )
}

/** The refund of a counter payment that is under way or done; else the last one, which was rejected. */
export async function refundOfCounterPayment(
  documents: Pick<Documents, 'get'>,
  { fields: { refundNumber, rejectedRefund } }: CounterPayment,
): Promise<Refund | undefined> {
  const number = refundNumber ?? rejectedRefund
  return number === null ? undefined : refundOf(documents, number)
}

async function paymentOf(documents: Documents, { id, fields }: Refund): Promise<CounterPayment> {
  const payment = await standingPayment(documents, fields.counterPayment ?? 'none')
  if (payment.fields.refundNumber !== id) throw new Error(`refund ${id} is not its payment's`)
  return payment
}

async function standingPayment(documents: Documents, paymentId: string): Promise<CounterPayment> {
  const payment = await counterPaymentOf(documents, paymentId)
  if (!payment) throw new Error(`no counter payment ${paymentId}`)
  return payment
}
