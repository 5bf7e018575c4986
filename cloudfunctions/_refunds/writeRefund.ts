import type { Documents } from '../_ports/store'
import { deskOf } from './refundDesks'
import { noteStep, type Refund, type RefundFields } from './refundRecord'

/** Why and by whom it is begun, and in which state. */
export type Beginning = Pick<RefundFields, 'state' | 'cause' | 'reason' | 'way' | 'requestedBy'> & {
  /** Instant, UTC. */
  at: string
}

/** What is given back: of an order or of a counter payment. */
type GivenBack = Pick<
  RefundFields,
  'orderNumber' | 'transactionId' | 'counterPayment' | 'region' | 'coverageYear' | 'lines' | 'fen'
>

/** Writes a new refund under its number, inside a transaction, with its first step in the audit log. */
export async function writeRefund(
  documents: Documents,
  refundNumber: string,
  { at, ...beginning }: Beginning,
  givenBack: GivenBack,
): Promise<Refund> {
  const fields: RefundFields = {
    ...beginning,
    ...givenBack,
    desk: deskOf(beginning),
    rejection: null,
    acceptedBy: null,
    decidedBy: null,
    transferredBy: null,
    confirmedBy: null,
    requestedAt: at,
    changedAt: at,
    arrivedAt: null,
    wechatRefundId: null,
    voucher: null,
  }
  const refund: Refund = { id: refundNumber, revision: 1, fields }
  await documents.insert('refunds', refundNumber, fields)
  await noteStep(documents, refund, { step: 'begun', actor: beginning.requestedBy })
  return refund
}
