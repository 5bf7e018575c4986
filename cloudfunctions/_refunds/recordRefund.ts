/**
 * 退费入账: records WeChat's word about one refund, whoever heard of it first: the callback, or the job that asked. What it
 * says is compared with what was asked for; a repeated, late or reordered word changes nothing.
 */
import { post } from '../_ledger/ledgerRecord'
import type { OrderFields } from '../_orders/orderRecord'
import type { StatedRefund } from '../_ports/payments'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { arrive } from './arrive'
import { excessEntry } from './refundEntries'
import { moveRefund, refundOf, type Refund } from './refundRecord'
import { refundTransitions, type RefundEvent, type RefundState } from './refundStates'

/** What of WeChat's word is not as it was asked for. */
export type RefundMismatch =
  | 'unknownRefund'
  | 'merchantId'
  | 'orderNumber'
  | 'transactionId'
  | 'fen'
  | 'paidFen'
  /** WeChat paid back what the finance office has transferred, or what nobody has approved. */
  | 'notAsked'

/** What came of WeChat's word; `news`: it was not known before. */
export type RecordedRefund =
  | { kind: 'recorded'; refund: Refund; news: boolean }
  /** Genuine, but not what was asked for: kept aside for a person to look at. */
  | { kind: 'quarantined'; mismatch: RefundMismatch; news: boolean }

/** `eventId` is the callback's id; null where WeChat was asked. */
export async function recordRefund(
  ports: ServicePorts,
  stated: StatedRefund,
  eventId: string | null,
): Promise<RecordedRefund> {
  const recorded = await ports.store.transaction(async (documents): Promise<RecordedRefund> => {
    const { refundNumber, wechatRefundId, status } = stated
    if (eventId !== null) await documents.insert('inbox', eventId, { refundNumber, wechatRefundId, status })
    const refund = await refundOf(documents, refundNumber)
    const mismatch = refund ? await mismatchOf(ports, documents, stated, refund) : 'unknownRefund'
    return !refund || mismatch
      ? quarantine(ports, documents, stated, mismatch ?? 'unknownRefund', refund)
      : follow(ports, documents, stated, refund)
  })
  report(ports, stated, recorded)
  return recorded
}

async function mismatchOf(
  { settings }: ServicePorts,
  documents: Documents,
  stated: StatedRefund,
  { fields }: Refund,
): Promise<RefundMismatch | undefined> {
  if (stated.merchantId !== settings.merchantId) return 'merchantId'
  for (const name of ['orderNumber', 'transactionId', 'fen'] as const)
    if (stated[name] !== fields[name]) return name
  const order = await documents.get<OrderFields>('orders', stated.orderNumber)
  return stated.paidFen === order?.fields.fen ? undefined : 'paidFen'
}

const eventOf: Record<StatedRefund['status'], RefundEvent> = {
  processing: 'takenByWechat',
  succeeded: 'arrived',
  abnormal: 'accountTookNothing',
  closed: 'refusedByWechat',
}

const leadsTo = (refund: Refund, event: RefundEvent): RefundState | undefined =>
  stateAfter<RefundState, RefundEvent>(refundTransitions, refund.fields.state, event)

async function follow(
  ports: ServicePorts,
  documents: Documents,
  stated: StatedRefund,
  known: Refund,
): Promise<RecordedRefund> {
  const changedAt = ports.clock.now()
  // WeChat's word about it proves that it was handed over, whatever became of our own record of that.
  const standing = leadsTo(known, 'handedToWechat')
    ? await moveRefund(
        documents,
        known,
        { event: 'handedToWechat', actor: 'wechat' },
        { changedAt, way: 'wechat' },
      )
    : known
  const event = eventOf[stated.status]
  if (!leadsTo(standing, event))
    return stated.status === 'succeeded' && standing.fields.state !== 'succeeded'
      ? quarantine(ports, documents, stated, 'notAsked', standing)
      : { kind: 'recorded', refund: standing, news: false }

  const arrivedAt = stated.status === 'succeeded' ? (stated.succeededAt ?? changedAt) : null
  const { wechatRefundId } = stated
  const refund = await moveRefund(
    documents,
    standing,
    { event, actor: 'wechat' },
    { changedAt, wechatRefundId, arrivedAt },
  )
  if (arrivedAt !== null) await arrive(documents, refund, { at: arrivedAt, from: 'wechat' })
  return { kind: 'recorded', refund, news: true }
}

/** Kept aside, and in the ledger where WeChat paid it out for us: it stands in WeChat's bill too. */
async function quarantine(
  { settings, clock }: ServicePorts,
  documents: Documents,
  stated: StatedRefund,
  mismatch: RefundMismatch,
  refund: Refund | undefined,
): Promise<RecordedRefund> {
  const id = `refund-${stated.merchantId}-${stated.wechatRefundId}-${stated.status}`
  const kept = await documents.insert('quarantine', id, { ...stated, mismatch })
  if (stated.status === 'succeeded' && stated.merchantId === settings.merchantId) {
    const recordedAt = clock.now()
    const at = stated.succeededAt ?? recordedAt
    await post(documents, excessEntry(stated, refund?.fields.region ?? null, { at, recordedAt }))
  }
  return { kind: 'quarantined', mismatch, news: kept === 'inserted' }
}

function report(
  { log }: ServicePorts,
  { refundNumber, status }: StatedRefund,
  recorded: RecordedRefund,
): void {
  if (!recorded.news) return
  if (recorded.kind === 'quarantined')
    return log.alarm({ event: 'refundQuarantined', refundNumber, mismatch: recorded.mismatch })
  const line = { event: 'refundRecorded', refundNumber, status }
  if (status === 'abnormal' || status === 'closed') log.alarm(line)
  else log.info(line)
}
