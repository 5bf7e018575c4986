/** 柜台缴费: a clerk finds somebody, sees what is due, takes the payment down, and takes it back where it was a mistake. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import {
  counterPaymentId,
  counterPaymentSaid,
  counterPaymentShown,
  counterRefusals,
  withdrawalReason,
} from './counter'
import { citedNotice, civilDay, clauses, coverageYear, fen, maskedId, residentId } from './fields'
import { refundRules, refundShown } from './refund'

/** Somebody at a counter, and what the notice says to a payment on that day; no identity and no reason of their own. */
const atCounter = z.object({
  residentId,
  name: z.string(),
  maskedId,
  /** Why nothing may be taken, whatever the sum; null where something may. */
  stop: z.nullable(z.enum(counterRefusals)),
  /** The sums that may be taken: one, or one of each reading or of each person that may be meant. */
  sums: z.array(fen),
  /** The notice does not say the sum, or not to everybody who may be meant: the bureau says whether it is right. */
  leftToBureau: z.boolean(),
  /** Facts of the person that no roster has said, and on which the sum hangs; the sums are then those of whoever they may be. */
  unknown: z.array(z.string()),
  clauses,
  /** Deciding papers that nobody has seen so far. */
  papers: z.array(z.string()),
  /** What they paid at a counter of the caller's for that year, where that is what stands, and what the notice says about giving it back. */
  paid: z.nullable(
    z.object({ payment: counterPaymentShown, refund: z.nullable(refundShown), refunds: refundRules }),
  ),
  /** The counters that the notice lists. */
  channels: z.array(z.string()),
  /** From when they would be covered, by every reading. */
  coverageFrom: z.array(civilDay),
  notices: z.array(citedNotice),
  /** Whom to ask about what the notice leaves open. */
  ask: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
})
export type AtCounter = z.infer<typeof atCounter>

/**
 * 找人: by the whole name and the whole number. `notFound` is the one answer to nobody, to somebody of another town, and to a wrong
 * name; the other refusals are about typing.
 */
export const FindAtCounter = staffContract({
  name: 'findAtCounter',
  request: z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    idNumber: z.string().check(z.trim(), z.maxLength(40)),
    coverageYear,
    /** The day on which it was paid. */
    paidOn: civilDay,
  }),
  reply: atCounter,
  refusals: [
    'notFound',
    'idLength',
    'idCharacter',
    'idDate',
    'idFuture',
    'idCheckDigit',
    'inFuture',
    'noPolicy',
  ],
})

/** 录入. `late`: its day was closed already, so it stands in another one (`bookedOn`). */
export const EnterCounterPayment = staffContract({
  name: 'enterCounterPayment',
  request: z.extend(counterPaymentSaid, { residentId }),
  reply: z.object({ payment: counterPaymentShown, late: z.boolean() }),
  refusals: ['notFound', ...counterRefusals],
})

/**
 * 撤销: by whoever entered it, or the bureau, on the same day. `dayClosed` the town's day has been added up · `notNow` it is
 * withdrawn already.
 */
export const WithdrawCounterPayment = staffContract({
  name: 'withdrawCounterPayment',
  request: z.object({ paymentId: counterPaymentId, reason: withdrawalReason }),
  reply: z.object({ payment: counterPaymentShown }),
  refusals: ['notFound', 'notYours', 'dayOver', 'dayClosed', 'notNow'],
})

/** 我录的: what the caller entered on a day, the latest first; sums are of what stands. */
export const ListCounterPayments = staffContract({
  name: 'listCounterPayments',
  request: z.object({ date: civilDay, cursor: z.optional(z.string()) }),
  reply: z.object({ payments: z.array(counterPaymentShown), cursor: z.optional(z.string()) }),
  refusals: [],
})
