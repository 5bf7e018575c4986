import type { KeyObject } from 'node:crypto'
import { z } from 'zod/mini'
import type { RawNotification, ReadNotification } from '../../_ports/payments'
import { openResource, SealedResource } from './openResource'
import { parseJson } from './parseJson'
import { PaidTransaction, settledPayment } from './settledPayment'
import { RefundNotice, statedRefund } from './statedRefund'
import { verifySignature } from './verifySignature'

const Event = z.object({
  id: z.string().check(z.minLength(1)),
  event_type: z.string().check(z.minLength(1)),
  resource: SealedResource,
})

const TradeState = z.object({ trade_state: z.string() })

const paymentEvent = 'TRANSACTION.SUCCESS'
const refundEvents = new Set(['REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED'])

/**
 * Reads a callback (支付通知, 退款结果通知): signature first, over the raw body; then the event, what it seals and
 * its shape. Only a SUCCESS transaction is `paid`. Amount, app and merchant are handed back for the caller to
 * compare with the order or the refund: what is signed is not yet what was asked for.
 */
export function readNotification(
  keys: { platformKeys: ReadonlyMap<string, KeyObject>; apiV3Key: string },
  raw: RawNotification,
  now: string,
): ReadNotification {
  const verdict = verifySignature(raw, keys.platformKeys, now)
  if (verdict !== 'genuine') return { kind: 'rejected', reason: verdict }

  const event = Event.safeParse(parseJson(raw.body))
  if (!event.success) return { kind: 'rejected', reason: 'malformed' }
  const { id: eventId, event_type: eventType, resource } = event.data
  if (eventType !== paymentEvent && !refundEvents.has(eventType)) return { kind: 'other', eventId, eventType }

  const plain = openResource(resource, keys.apiV3Key)
  if (plain === undefined) return { kind: 'rejected', reason: 'decryption' }
  const content = parseJson(plain)
  return eventType === paymentEvent
    ? readTransaction(eventId, eventType, content)
    : readRefund(eventId, content)
}

function readRefund(eventId: string, content: unknown): ReadNotification {
  const notice = RefundNotice.safeParse(content)
  const refund = notice.success && statedRefund(notice.data, notice.data.refund_status, notice.data.mchid)
  return refund ? { kind: 'refund', eventId, refund } : { kind: 'rejected', reason: 'malformed' }
}

function readTransaction(eventId: string, eventType: string, content: unknown): ReadNotification {
  const paid = PaidTransaction.safeParse(content)
  if (paid.success) return { kind: 'paid', eventId, payment: settledPayment(paid.data) }
  const state = TradeState.safeParse(content)
  return state.success && state.data.trade_state !== 'SUCCESS'
    ? { kind: 'other', eventId, eventType }
    : { kind: 'rejected', reason: 'malformed' }
}
