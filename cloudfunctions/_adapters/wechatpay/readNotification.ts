import type { KeyObject } from 'node:crypto'
import { z } from 'zod/mini'
import type { RawNotification, ReadNotification } from '../../_ports/payments'
import { openResource, SealedResource } from './openResource'
import { parseJson } from './parseJson'
import { PaidTransaction, settledPayment } from './settledPayment'
import { verifySignature } from './verifySignature'

const Event = z.object({
  id: z.string().check(z.minLength(1)),
  event_type: z.string().check(z.minLength(1)),
  resource: SealedResource,
})

const TradeState = z.object({ trade_state: z.string() })

const paymentEvent = 'TRANSACTION.SUCCESS'

/**
 * Reads a callback (支付通知): signature first, over the raw body; then the event, the sealed transaction and
 * its shape. Only a SUCCESS transaction is `paid`. Amount, app and merchant are handed back for the caller to
 * compare with the order: what is signed is not yet what was asked for.
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
  if (eventType !== paymentEvent) return { kind: 'other', eventId, eventType }

  const plain = openResource(resource, keys.apiV3Key)
  if (plain === undefined) return { kind: 'rejected', reason: 'decryption' }
  return readTransaction(eventId, eventType, parseJson(plain))
}

function readTransaction(eventId: string, eventType: string, content: unknown): ReadNotification {
  const paid = PaidTransaction.safeParse(content)
  if (paid.success) return { kind: 'paid', eventId, payment: settledPayment(paid.data) }
  const state = TradeState.safeParse(content)
  return state.success && state.data.trade_state !== 'SUCCESS'
    ? { kind: 'other', eventId, eventType }
    : { kind: 'rejected', reason: 'malformed' }
}
