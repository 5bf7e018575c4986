/** The rows of a policy table: what is charged, from when it buys cover, what is subsidised, who may enroll. */
import * as z from 'zod/mini'
import { condition, when } from './condition'
import { cited, clauses, codes, count, day, days, open, span, text, yuan } from './forms'

/** What is asked for: the fee, the fiscal share on top (财政补助), a stated sum; `free`: nobody pays. */
const chargeItem = z.union([z.enum(['fee', 'fiscalShare']), z.strictObject({ yuan })])
const plainCharge = z.union([z.literal('free'), z.array(chargeItem).check(z.minLength(1))])

const wait = z.strictObject({
  fixed: z.optional(span),
  perMissedYear: z.optional(span),
  /** The first missed year adds nothing. */
  skipFirstMissedYear: z.optional(z.boolean()),
  repair: z.optional(
    z.strictObject({
      /** What each repaired year takes off. */
      each: span,
      /** What each repaired year costs now; left out: it was paid before and costs nothing today. */
      price: z.optional(z.union([z.literal('fee'), z.strictObject({ yuan })])),
    }),
  ),
  /** From so many missed years on, the whole wait is never shorter than this, whatever was repaired. */
  floor: z.optional(
    z.strictObject({ fromMissedYears: count, days: z.optional(count), months: z.optional(count) }),
  ),
  /** Who waits for nothing. */
  exempt: when,
  /** Where the wait starts to count; the payment day if left out. */
  countsFrom: z.optional(z.enum(['paymentDay', 'yearStart', 'laterOfBoth'])),
})

const plainStart = z.union([
  z.enum(['birth', 'yearStart', 'paymentDay', 'nextDay', 'nextMonth']),
  /** A stated day; it may lie before the coverage year (freshmen). */
  z.strictObject({ on: day }),
  /** The first day of the nth month; `first` says whether the payment's month is the first: left out, both readings. */
  z.strictObject({
    nthMonth: count.check(z.minimum(1)),
    first: z.optional(z.enum(['paymentMonth', 'monthAfter'])),
  }),
  z.strictObject({ afterDays: count }),
  z.strictObject({ afterMonths: count }),
  /** Whole calendar months, the payment's month being the first; cover starts on the 1st after the last of them. */
  z.strictObject({ afterCalendarMonths: count }),
  z.strictObject({ wait }),
])
const start = open(plainStart)
const charge = open(plainCharge)
const end = open(z.union([z.literal('yearEnd'), day]))

export const papers = z.strictObject({
  allOf: z.optional(codes),
  oneOf: z.optional(z.union([z.array(codes), codes])),
})

export const feeRow = z.strictObject({
  label: z.optional(text),
  when,
  yuan: open(yuan),
  fiscalShareYuan: z.optional(cited(yuan)),
  clause: clauses,
})

const term = z.strictObject({
  when,
  charge,
  cover: start,
  /** Cover may start before 1 January of the coverage year. */
  mayPrecedeYear: z.optional(z.boolean()),
  clause: z.optional(clauses),
})

export const phase = z.strictObject({
  phase: z.enum(['collecting', 'late', 'fullCost']),
  label: z.optional(text),
  /** First day; `unstated`: the notice gives none, the phase is open on every day before its end. */
  from: z.union([day, z.literal('unstated')]),
  /** Last day, included; `open`: none. */
  to: z.union([day, z.literal('open')]),
  /** The notice says "in principle" (原则上). */
  soft: z.optional(z.boolean()),
  /** Who may use this phase; left out: everyone. */
  when,
  /** Days of the month on which payment is possible, both included. */
  payDays: z.optional(z.strictObject({ from: count, to: count, clause: z.optional(clauses) })),
  /** The notice leaves days between the phase before and this one on purpose: the clause that shows it. */
  closedBefore: z.optional(clauses),
  clause: clauses,
  terms: z.array(term).check(z.minLength(1)),
})

const plainAmount = z.union([
  z.literal('full'),
  z.literal('none'),
  z.strictObject({ yuan }),
  z.strictObject({ percent: z.number().check(z.minimum(0), z.maximum(100)) }),
  /** What is left to pay; the subsidy is the rest of the fee. */
  z.strictObject({ netYuan: yuan }),
])
const plainSettlement = z.enum(['paidOnBehalf', 'netCollection', 'reimbursement'])

export const subsidy = z.strictObject({
  label: z.optional(text),
  identities: codes,
  /** On which days these identities must have been recognised. */
  recognised: z.optional(days),
  when,
  amount: open(plainAmount),
  /** The sum as the notice prints it, where it prints one beside `full`, a percentage or a net fee. */
  printedYuan: z.optional(yuan),
  settlement: open(plainSettlement),
  clause: clauses,
  /** Where the notice says how it is settled, if elsewhere. */
  settlementClause: z.optional(clauses),
})

export const stage = z.strictObject({
  label: z.optional(text),
  when,
  /** The last day to register and pay, counted from birth. Several limits of one text are readings. Left out: no limit. */
  within: z.optional(
    z
      .array(
        z.strictObject({
          days: z.optional(count),
          months: z.optional(count),
          countsFirstDay: z.optional(z.boolean()),
          clause: z.optional(clauses),
        }),
      )
      .check(z.minLength(1)),
  ),
  /** What is paid when no collection phase is open. Left out together with `cover`: the stage only sets a limit. */
  charge: z.optional(charge),
  /** What is paid in a phase, where it is not what everyone pays there. */
  chargeIn: z.optional(z.partialRecord(z.enum(['collecting', 'late', 'fullCost']), charge)),
  cover: z.optional(start),
  coverTo: z.optional(end),
  documents: z.optional(papers),
  channels: z.optional(codes),
  /** What to do in order, in our own words. */
  steps: z.optional(z.array(text)),
  clause: clauses,
})

export const eligibility = z.strictObject({
  when: condition,
  /** `unstated`: the notice leaves these people to the bureau. */
  enroll: z.enum(['may', 'mayNot', 'unstated']),
  voluntary: z.optional(z.boolean()),
  documents: z.optional(z.union([papers, z.literal('unstated')])),
  /** Where to go, in our own words. */
  place: z.optional(text),
  clause: clauses,
})

export type FeeRow = z.infer<typeof feeRow>
export type PhaseRow = z.infer<typeof phase>
export type Term = z.infer<typeof term>
export type Subsidy = z.infer<typeof subsidy>
export type Stage = z.infer<typeof stage>
export type Eligibility = z.infer<typeof eligibility>
export type Charge = z.infer<typeof charge>
export type PlainCharge = z.infer<typeof plainCharge>
export type Start = z.infer<typeof start>
export type PlainStart = z.infer<typeof plainStart>
export type Wait = z.infer<typeof wait>
export type End = z.infer<typeof end>
/** `yearEnd`, or a civil day. */
export type PlainEnd = string
export type PlainAmount = z.infer<typeof plainAmount>
export type PaperList = z.infer<typeof papers>
