/** 冲销: a counter payment that was a mistake is reversed after its day was added up, by an entry of today and by two people. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { counterPaymentId, withdrawalReason } from './counter'
import { civilDay, coverageYear, fen, instant, maskedId, residentId } from './fields'

/** `asked` waits for a second person · `confirmed` the payment is reversed · `declined` it goes on standing. */
export const reversalState = z.enum(['asked', 'confirmed', 'declined'])
export type ReversalState = z.infer<typeof reversalState>

/** An opaque id: the payment's, and which entry of its receipt it is. */
const reversalId = z.string().check(z.regex(/^[0-9a-f]{64}-\d{1,6}$/))

export const reversalShown = z.object({
  reversalId,
  state: reversalState,
  /** Null where it is the bureau's own. */
  town: z.nullable(z.string()),
  residentId,
  /** Null where the person has moved to another town since. */
  name: z.nullable(z.string()),
  maskedId: z.nullable(maskedId),
  coverageYear,
  receipt: z.string(),
  fen,
  channel: z.string(),
  /** The day on which it was paid, and the day of the town's account in which it stands; null where it is no town's money. */
  paidOn: civilDay,
  bookedOn: z.nullable(civilDay),
  reason: withdrawalReason,
  /** As colleagues know them; null where it was somebody of another office. */
  askedBy: z.nullable(z.string()),
  askedAt: instant,
  decidedBy: z.nullable(z.string()),
  /** The day of the town's account in which the reversal stands; null while it does not. */
  reversedOn: z.nullable(civilDay),
  /** May the caller confirm it: whoever asked may not. */
  mayConfirm: z.boolean(),
  /** May the caller decline it; whoever asked takes it back thus. */
  mayDecline: z.boolean(),
})
export type ReversalShown = z.infer<typeof reversalShown>

/**
 * 申请冲销: for a reason, by a clerk of the town or the bureau. `withdrawInstead` it was entered today and its day is open: it is simply
 * taken back · `notNow` it does not stand, or somebody has asked already.
 */
export const AskReversal = staffContract({
  name: 'askReversal',
  request: z.object({ paymentId: counterPaymentId, reason: withdrawalReason }),
  reply: z.object({ reversal: reversalShown }),
  refusals: ['notFound', 'withdrawInstead', 'notNow'],
})

/** 复核冲销: by another person of the town, or the bureau. `ownAsking`: whoever asked cannot confirm. */
export const DecideReversal = staffContract({
  name: 'decideReversal',
  request: z.object({ reversalId, decision: z.enum(['confirmed', 'declined']) }),
  reply: z.object({ reversal: reversalShown }),
  refusals: ['notFound', 'ownAsking', 'notNow'],
})

/** 等复核的冲销: those of the caller's scope, the oldest first, a page at a time. */
export const ListReversals = staffContract({
  name: 'listReversals',
  request: z.object({ cursor: z.optional(z.string()) }),
  reply: z.object({ reversals: z.array(reversalShown), cursor: z.optional(z.string()) }),
  refusals: [],
})
