import { createPublicKey, createVerify } from 'node:crypto'
import { z } from 'zod/mini'
import type { PaymentInvocation } from '../../_ports/payments'
import type { Callbacks } from './createCallbacks'
import type { Shop } from './shop'
import { moved, unpayable, type SimulatedOrder } from './simulatedOrder'
import { digits, type Signer } from './simulatorKeys'

/**
 * What the payer does: 确认付款 · 取消 · 不回应 (goes away without paying or telling) · 付了但不通知 (pays, and
 * WeChat's callback never comes).
 */
export const Decision = z.enum(['confirm', 'cancel', 'silent', 'confirmWithoutCallback'])
export type Decision = z.infer<typeof Decision>

/** What the phone tells the app, as `wx.requestPayment` would; `silent`: nothing at all. */
export type PayerResult = 'ok' | 'cancel' | 'silent'

export type Decided =
  | { kind: 'done'; result: PayerResult }
  | { kind: 'refused'; reason: 'unknownPrepay' | 'paid' | 'closed' | 'expired' }

/** Carries out the payer's decision. Paying takes effect before this returns; the callback follows on its own. */
export async function decide(
  shop: Shop,
  callbacks: Callbacks,
  prepayId: string,
  decision: Decision,
): Promise<Decided> {
  const order = shop.orders.byPrepayId(prepayId)
  if (!order) return { kind: 'refused', reason: 'unknownPrepay' }
  if (decision === 'cancel' || decision === 'silent') return { kind: 'done', result: decision }

  const obstacle = unpayable(order, shop.now())
  if (obstacle) return { kind: 'refused', reason: obstacle }
  const paid = paidOrder(order, shop.now(), decision === 'confirm')
  await shop.orders.put(paid)
  if (decision === 'confirm') callbacks.tellPayment(paid)
  return { kind: 'done', result: 'ok' }
}

function paidOrder(order: SimulatedOrder, now: Date, tells: boolean): SimulatedOrder {
  return moved(order, 'SUCCESS', {
    payment: { transactionId: `42${digits(26)}`, paidAt: now.toISOString() },
    notice: { eventId: crypto.randomUUID(), state: tells ? 'due' : 'withheld' },
  })
}

/** Whether WeChat would start this payment: the phone checks the merchant's signature before it shows a sum. */
export function isInvocationGenuine(invocation: PaymentInvocation, appId: string, merchant: Signer): boolean {
  return createVerify('RSA-SHA256')
    .update(`${appId}\n${invocation.timeStamp}\n${invocation.nonceStr}\n${invocation.package}\n`)
    .verify(createPublicKey(merchant.privateKey), invocation.paySign, 'base64')
}
