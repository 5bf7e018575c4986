/**
 * The payment port (支付): one order number, one sum, one outcome. An unknown outcome is answered by asking
 * again about the same number, never by a new one (payments.md).
 */

import type { CivilDay } from '../../shared/rules/civilDay'

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

/** A refund to ask for. The same number always asks for the same refund. */
export interface RefundRequest {
  /** out_refund_no: 6 to 64 characters. */
  refundNumber: string
  orderNumber: string
  fen: number
  /** What was paid in all for the order. */
  paidFen: number
  /** Shown to the payer by WeChat: never a person's name or number. */
  reason: string
}

/** A refund as WeChat states it. */
export interface StatedRefund {
  refundNumber: string
  orderNumber: string
  transactionId: string
  /** WeChat's own number. */
  wechatRefundId: string
  fen: number
  paidFen: number
  merchantId: string
  /**
   * `abnormal`: the payer's account takes no money, WeChat will not try again · `closed`: WeChat has given it up ·
   * `processing`: on its way, or not known any better.
   */
  status: 'processing' | 'succeeded' | 'abnormal' | 'closed'
  /** Instant, UTC; null until succeeded. */
  succeededAt: string | null
}

export type SubmittedRefund =
  | { kind: 'accepted'; refund: StatedRefund }
  /** WeChat refuses for good, with its own code. */
  | { kind: 'refused'; code: string }
  /** No answer, or one that cannot be believed, or WeChat has no money at hand (NOT_ENOUGH): the same number again. */
  | { kind: 'unknown' }

export type RefundState =
  | { kind: 'known'; refund: StatedRefund }
  /** WeChat does not know this number. */
  | { kind: 'absent' }
  | { kind: 'unknown' }

export type DownloadedBill =
  /** As downloaded; its SHA-1 is the one WeChat's signed reply states. */
  | { kind: 'bill'; text: string; sha1: string }
  /** WeChat says that there was nothing on that day (NO_STATEMENT_EXIST). */
  | { kind: 'empty' }
  /** WeChat is still writing it (STATEMENT_CREATING), or there is no answer to rely on: later again. */
  | { kind: 'notYet' }
  /** What came is not what the signed reply promised: the SHA-1 differs. */
  | { kind: 'damaged' }

export type ReadNotification =
  | { kind: 'paid'; eventId: string; payment: SettledPayment }
  | { kind: 'refund'; eventId: string; refund: StatedRefund }
  /** Genuine, but about neither: acknowledged and kept. */
  | { kind: 'other'; eventId: string; eventType: string }
  | { kind: 'rejected'; reason: 'signature' | 'serial' | 'stale' | 'malformed' | 'decryption' }

export interface Payments {
  open(request: PaymentRequest): Promise<OpenedPayment>
  query(orderNumber: string): Promise<PaymentState>
  close(orderNumber: string): Promise<'closed' | 'paid' | 'unknown'>
  /** After `unknown` the same request is sent again, or its state asked for; never another number. */
  refund(request: RefundRequest): Promise<SubmittedRefund>
  queryRefund(refundNumber: string): Promise<RefundState>
  /** 交易账单, payments and refunds of one civil day (Asia/Shanghai), a row each; it is there from about 10 o'clock on the day after. */
  bill(day: CivilDay): Promise<DownloadedBill>
  /** Believes only a valid signature by a known serial within five minutes of `now` (an instant). */
  readNotification(raw: RawNotification, now: string): ReadNotification
}
