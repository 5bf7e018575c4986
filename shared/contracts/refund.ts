/** 退费, as a resident sees it. */
import * as z from 'zod/mini'
import { clauses, fen, instant } from './fields'

/** 退费单号, also WeChat's `out_refund_no`: the order's number, the line, the attempt. */
export const refundNumber = z.string().check(z.regex(/^[A-Za-z0-9_*|-]{6,64}$/))

/**
 * Why a resident asks for the money back: paid twice, insured as an employee, moved away, died, something else. The
 * offices look at the facts; only `duplicate` may have a rule of its own in the notice.
 */
export const refundReason = z.enum(['duplicate', 'employee', 'moved', 'deceased', 'other'])
export type RefundReason = z.infer<typeof refundReason>

/** Why an office says no: `factsDiffer` what was said is not so · `papersMissing` · `noticeSaysNo` · `other`. */
export const rejection = z.enum(['factsDiffer', 'papersMissing', 'noticeSaysNo', 'other'])
export type Rejection = z.infer<typeof rejection>

/**
 * `requested` waits for the tax office · `accepted` waits for the bureau · `approved` will be paid back · `onItsWay` ·
 * `arrived` · `rejected` · `byHand` WeChat could not pay it back, the finance office transfers it.
 */
export const refundStage = z.enum([
  'requested',
  'accepted',
  'approved',
  'onItsWay',
  'byHand',
  'arrived',
  'rejected',
])
export type RefundStage = z.infer<typeof refundStage>

/** One refund of one person's part of an order. */
export const refundShown = z.object({
  /** 退费单号. */
  number: z.string(),
  stage: refundStage,
  /** `late` paid after closing · `twice` enrolled already · `application` applied for. */
  cause: z.enum(['late', 'twice', 'application']),
  /** Why it was rejected; null while it is not. */
  rejection: z.nullable(rejection),
  fen,
  /** When it last changed. */
  asOf: instant,
})
export type RefundShown = z.infer<typeof refundShown>

/** An office that can be asked; the phone is null where the notice gives none. */
const office = z.object({ name: z.string(), phone: z.nullable(z.string()) })

/** What the notice says about giving money back, in one of its two cases. */
const refundRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), clauses }),
  z.object({
    kind: z.literal('application'),
    /** The notice tells how it is done, and not in which cases: the offices decide. */
    unsaid: z.boolean(),
    clauses,
    /** Who does what, in order. */
    steps: z.array(z.object({ office: z.string(), does: z.string(), clauses })),
  }),
  z.object({ kind: z.literal('unstated'), clauses, ask: office }),
])
export type RefundRule = z.infer<typeof refundRule>

/** Once paid for any reason, and paid twice. */
export const refundRules = z.object({ oncePaid: refundRule, onDuplicate: refundRule })
export type RefundRules = z.infer<typeof refundRules>

/** The rule for one reason. */
export const ruleFor = <Rule>(
  rules: { oncePaid: Rule; onDuplicate: Rule },
  reason: RefundReason | undefined,
): Rule => (reason === 'duplicate' ? rules.onDuplicate : rules.oncePaid)
