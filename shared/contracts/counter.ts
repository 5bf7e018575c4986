/** 柜台缴费: what both sides know of a payment made at a counter, a bank or a POS, and entered by a clerk. */
import * as z from 'zod/mini'
import { civilDay, coverageYear, fen, instant, maskedId, residentId } from './fields'

/** 票据号: letters and digits as printed, in capitals, without blanks. */
export const receiptNumber = z
  .string()
  .check(z.trim(), z.normalize('NFKC'), z.toUpperCase(), z.regex(/^[A-Z0-9-]{4,32}$/))

/** A channel by the vocabulary's code, a paper likewise. */
const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/))

/** What is entered of one payment. */
export const counterPaymentSaid = z.object({
  coverageYear,
  receipt: receiptNumber,
  fen: fen.check(z.minimum(1)),
  /** The day on which it was paid, as the receipt says. */
  paidOn: civilDay,
  channel: code,
  /** Papers that decide whether somebody may enroll, and that the clerk has seen (已看过原件). */
  papersSeen: z.array(code),
})
export type CounterPaymentSaid = z.infer<typeof counterPaymentSaid>

/**
 * `entered` it stands · `withdrawn` it was a mistake, taken back the same day · `reversed` (冲销) it was a mistake, found after its day
 * was added up · `refunded` (已退费) the money went back. Of a receipt that was a mistake, the number may be entered again, rightly.
 */
export const counterPaymentState = z.enum(['entered', 'withdrawn', 'reversed', 'refunded'])
export type CounterPaymentState = z.infer<typeof counterPaymentState>

/** Why one is taken back: 录错了人 · 录错了金额 · 录错了日期、渠道 · 同一笔录了两次 · 票据作废 · 其他. */
export const withdrawalReason = z.enum([
  'otherPerson',
  'otherSum',
  'otherDetail',
  'enteredTwice',
  'receiptVoid',
  'other',
])
export type WithdrawalReason = z.infer<typeof withdrawalReason>

/**
 * Why a payment is not taken down. `receiptUsed` the number is another payment's · `beingPaid` an order for this person is open on
 * a phone · `enrolledElsewhere` another place holds them, enrolled or paying · `otherSum` the rules say `sums` (fen) ·
 * `paidOnBehalf` nothing may be asked of them (不该收) · `papersMissing` `papers` have not been seen · `channelNotNamed` the notice
 * lists `channels`.
 */
export const counterRefusals = [
  'receiptUsed',
  'alreadyEnrolled',
  'beingPaid',
  'enrolledElsewhere',
  'employeeInsured',
  'residenceNotCovered',
  'paidOnBehalf',
  'nothingDue',
  'otherSum',
  'inFuture',
  'outsideCollection',
  'papersMissing',
  'channelNotNamed',
  'noPolicy',
] as const
export type CounterRefusal = (typeof counterRefusals)[number]

/** An opaque id: the index of the region and the receipt's number. */
export const counterPaymentId = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const counterPaymentShown = z.object({
  paymentId: counterPaymentId,
  state: counterPaymentState,
  residentId,
  /** Null where the person has moved to another town since. */
  name: z.nullable(z.string()),
  maskedId: z.nullable(maskedId),
  coverageYear,
  receipt: z.string(),
  fen,
  paidOn: civilDay,
  channel: z.string(),
  /** The notice leaves the sum open: the bureau says whether it is right. */
  leftToBureau: z.boolean(),
  /** The day of the town's account in which it stands; null where it is no town's money. */
  bookedOn: z.nullable(civilDay),
  /** As colleagues know them; null where it was somebody of another office. */
  enteredBy: z.nullable(z.string()),
  enteredAt: instant,
  /** May the caller take it back now. */
  mayWithdraw: z.boolean(),
  /** May the caller ask for it to be reversed now: it is too late to take it back. */
  mayReverse: z.boolean(),
})
export type CounterPaymentShown = z.infer<typeof counterPaymentShown>
