/**
 * The payment port (支付): one order number, one sum, one outcome. An unknown outcome is answered by asking
 * again about the same number, never by a new one (payments.md).
 */

/** What the caller's phone hands to `wx.requestPayment`. */
export interface PaymentInvocation {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export interface PaymentRequest {
  orderNumber: string
  fen: number
  /** Shown to the payer by WeChat: never a person's name or number. */
  title: string
  payerOpenId: string
  /** Instant (UTC) after which WeChat takes no payment for this order. */
  expiresAt: string
}

export type OpenedPayment =
  | { kind: 'opened'; prepayId: string; invocation: PaymentInvocation }
  /** WeChat says this number is paid already: ask for its state. */
  | { kind: 'alreadyPaid' }
  /** WeChat refuses this number for good (closed, or the request itself is wrong). */
  | { kind: 'refused'; code: string }
  /** No answer, or one that cannot be believed: the same number may be tried or queried again. */
  | { kind: 'unknown' }

/** A settled payment as WeChat states it. */
export interface SettledPayment {
  orderNumber: string
  transactionId: string
  fen: number
  merchantId: string
  appId: string
  /** Instant, UTC. */
  paidAt: string
}

export type PaymentState =
  | { kind: 'paid'; payment: SettledPayment }
  | { kind: 'notPaid' }
  | { kind: 'closed' }
  /** WeChat does not know this number. */
  | { kind: 'absent' }
  | { kind: 'unknown' }

/** A callback as it reached us: raw bytes and headers with lower-case names. */
export interface RawNotification {
  body: string
  headers: Readonly<Record<string, string>>
}

export type ReadNotification =
  | { kind: 'paid'; eventId: string; payment: SettledPayment }
  /** Genuine, but not about a payment: acknowledged and kept. */
  | { kind: 'other'; eventId: string; eventType: string }
  | { kind: 'rejected'; reason: 'signature' | 'serial' | 'stale' | 'malformed' | 'decryption' }

export interface Payments {
  open(request: PaymentRequest): Promise<OpenedPayment>
  query(orderNumber: string): Promise<PaymentState>
  close(orderNumber: string): Promise<'closed' | 'paid' | 'unknown'>
  /** Believes only a valid signature by a known serial within five minutes of `now` (an instant). */
  readNotification(raw: RawNotification, now: string): ReadNotification
}
