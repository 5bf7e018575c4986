/**
 * The shape of a policy table: one county-year (统筹地区、参保年度) as data, every value beside the clause that
 * states it. Strict: an unknown key is an error. Sums are yuan as the notice prints them; days are `YYYY-MM-DD`.
 * `docs/add-a-county-year.md` explains each section with examples; the checker proves what a shape cannot.
 */
import * as z from 'zod/mini'
import { isCivilDay } from '../rules/civilDay'

const text = z.string().check(z.minLength(1))
const day = z.string().check(z.refine(isCivilDay, 'not a day of the calendar (YYYY-MM-DD)'))
const yuan = z.number().check(
  z.minimum(0),
  z.refine((n) => Number.isInteger(Math.round(n * 10000) / 100), 'a sum has at most two decimals (fen)'),
)
const count = z.int().check(z.minimum(0))
const year = z.int().check(z.minimum(2000), z.maximum(2100))
/** A clause of this table's notice, or `<notice>#<clause>` of an amending one. */
const clause = text
const clauses = z.union([clause, z.array(clause).check(z.minLength(1))])
const code = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(\/[A-Za-z0-9]+)?$/, 'not a code of the vocabulary'))
const codes = z.array(code).check(z.minLength(1))

/** A bureau's decision (裁定) on what the notice leaves open: who, when, in which document. */
const ruling = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({ value, by: text, on: day, document: text, clause: z.optional(clause) })

/** Silence, which a ruling may end. */
const silence = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({
    unstated: z.literal(true),
    clause: z.optional(clauses),
    ask: z.optional(text),
    ruling: z.optional(ruling(value)),
  })

/** Two or more things the text can mean, in any order; a ruling may settle it. */
const doubt = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({
    readings: z.array(value).check(z.minLength(2)),
    clause: z.optional(clauses),
    ask: z.optional(text),
    ruling: z.optional(ruling(value)),
  })

/** A plain value, `unstated`, or with room for a ruling `{ readings: [...] }` or `{ unstated: true }`. */
const open = <T extends z.ZodMiniType>(value: T) =>
  z.union([value, z.literal('unstated'), doubt(value), silence(value)])

/** A value on its own line with its clause: `{ value, clause }`, or one of the open forms. */
const cited = <T extends z.ZodMiniType>(value: T) =>
  z.union([z.strictObject({ value, clause: clauses }), doubt(value), silence(value)])

/** Days from/to include their ends, after/before do not. */
const days = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  after: z.optional(day),
  before: z.optional(day),
})
const numbers = z.strictObject({ from: z.optional(count), to: z.optional(count) })

/** A span counted from an event; the event's own day is not counted unless `countsFirstDay`. */
const span = z.strictObject({
  days: z.optional(count),
  months: z.optional(count),
  countsFirstDay: z.optional(z.boolean()),
})

const someOf = z.union([codes, z.strictObject({ anyOf: z.optional(codes), noneOf: z.optional(codes) })])

const identityCondition = z.union([
  codes,
  z.strictObject({
    anyOf: z.optional(codes),
    allOf: z.optional(codes),
    noneOf: z.optional(codes),
    /** When an identity of `anyOf` or `allOf` was recognised (认定); one without a day counts as known from before. */
    recognised: z.optional(days),
  }),
])

/**
 * For whom something holds. All keys given must hold. One mechanism for fee rows, subsidy tiers, terms of a phase,
 * waits and exemptions, newborn stages, documents and channels.
 */
const conditionFields = {
  identities: z.optional(identityCondition),
  /** Whole years, both ends included; without `on` the day is a reading (payment day, first day of the year). */
  age: z.optional(
    z.strictObject({
      from: z.optional(count),
      to: z.optional(count),
      on: z.optional(z.union([day, z.enum(['paymentDay', 'yearStart', 'yearEnd'])])),
    }),
  ),
  born: z.optional(days),
  sex: z.optional(z.enum(['female', 'male'])),
  student: z.optional(someOf),
  residence: z.optional(someOf),
  otherCover: z.optional(z.array(z.enum(['none', 'employee', 'residentElsewhere']))),
  /** continuous: covered last year. firstTime: never covered. lapsed: covered once, missed at least one year. */
  history: z.optional(
    z.union([
      z.enum(['continuous', 'firstTime', 'lapsed']),
      z.array(z.enum(['continuous', 'firstTime', 'lapsed'])),
      z.strictObject({ lapsedYears: numbers }),
    ]),
  ),
  repairedYears: z.optional(numbers),
  /** On which days employee cover may have ended, or how long ago at most on the payment day. `never`: it has not. */
  employeeCoverEnded: z.optional(z.union([z.literal('never'), z.strictObject({ within: span }), days])),
  parentInsured: z.optional(z.boolean()),
  couldNotEnrollInBirthYear: z.optional(z.boolean()),
  documents: z.optional(
    z.strictObject({ anyOf: z.optional(codes), allOf: z.optional(codes), noneOf: z.optional(codes) }),
  ),
  tier: z.optional(z.union([z.int(), z.array(z.int())])),
  /** The payment day: the day on which the question is asked or the fee is paid. */
  paid: z.optional(days),
  /** Days of the month, for places that only collect on some. */
  dayOfMonth: z.optional(numbers),
}
const plainCondition = z.strictObject(conditionFields)

/** `anyOf`: at least one of these groups holds as well. `noneOf`: no group does. */
export interface Condition extends z.infer<typeof plainCondition> {
  anyOf?: Condition[]
  noneOf?: Condition[]
}

const group = () => z.array(z.lazy(() => condition)).check(z.minLength(1))
const condition: z.ZodMiniType<Condition> = z.strictObject({
  ...conditionFields,
  anyOf: z.optional(group()),
  noneOf: z.optional(group()),
})

const when = z.optional(condition)

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

const papers = z.strictObject({
  allOf: z.optional(codes),
  oneOf: z.optional(z.union([z.array(codes), codes])),
})

const feeRow = z.strictObject({
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

const phase = z.strictObject({
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

const subsidy = z.strictObject({
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

const stage = z.strictObject({
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

const eligibility = z.strictObject({
  when: condition,
  /** `unstated`: the notice leaves these people to the bureau. */
  enroll: z.enum(['may', 'mayNot', 'unstated']),
  voluntary: z.optional(z.boolean()),
  documents: z.optional(z.union([papers, z.literal('unstated')])),
  /** Where to go, in our own words. */
  place: z.optional(text),
  clause: clauses,
})

const exclusion = z.strictObject({ documents: z.optional(papers), clause: clauses })

const targets = z.strictObject({
  clause: clauses,
  /** What the printed target is a share of. */
  base: z.optional(text),
  /** Which column follows from which, so that every printed row can be proved. */
  checks: z.optional(
    z.array(
      z.union([
        z.strictObject({
          column: text,
          percentOf: text,
          percent: z.number(),
          rounding: z.enum(['halfUp', 'up', 'down']),
        }),
        z.strictObject({
          column: text,
          sumOf: z.array(text).check(z.minLength(1)),
          less: z.optional(z.array(text)),
        }),
      ]),
    ),
  ),
  columns: z.record(text, text),
  rows: z
    .array(z.strictObject({ serial: z.optional(z.int()), name: text, values: z.record(text, count) }))
    .check(z.minLength(1)),
  total: z.record(text, count),
})

/** Everything an amending notice may replace, section by section. */
const sections = {
  fee: z.array(feeRow).check(z.minLength(1)),
  /** The fiscal share per person and its parts, as printed. */
  fiscal: z.optional(
    z.strictObject({
      totalYuan: yuan,
      parts: z.array(z.strictObject({ from: text, yuan })),
      clause: clauses,
    }),
  ),
  /** How the fee differs from the year before, where the notice says so. */
  feeIncrease: z.optional(z.strictObject({ previousYuan: z.optional(yuan), byYuan: yuan, clause: clauses })),
  phases: z.array(phase).check(z.minLength(1)),
  coverTo: cited(z.union([z.literal('yearEnd'), day])),
  eligibility: z.array(eligibility).check(z.minLength(1)),
  exclusions: z.strictObject({ employee: exclusion, residentElsewhere: exclusion }),
  /** Papers everyone brings; they never hold up a decision. */
  documents: z.optional(
    z.array(
      z.strictObject({
        when,
        allOf: z.optional(codes),
        oneOf: z.optional(z.union([z.array(codes), codes])),
        clause: clauses,
      }),
    ),
  ),
  subsidies: z.array(subsidy),
  /** Where the notice lists who is subsidised. */
  subsidyScope: z.optional(clauses),
  severalIdentities: cited(z.literal('highest')),
  /** When a subsidy reaches someone recognised after paying in full. */
  recognisedLater: z.optional(
    z.array(z.strictObject({ when, month: z.enum(['sameMonth', 'nextMonth']), clause: clauses })),
  ),
  /** How to reach the money that comes back: account and payer, in our own words. */
  reimbursement: z.optional(z.strictObject({ account: text, paidBy: z.optional(text), clause: clauses })),
  newborn: z.union([
    z.strictObject({
      unstated: z.literal(true),
      clause: clauses,
      ask: z.optional(text),
      /** Whom the silence concerns: how long after birth this service calls a child newborn; not the notice's. */
      within: z.optional(span),
    }),
    z.strictObject({ stages: z.array(stage).check(z.minLength(1)) }),
  ]),
  channels: z.union([
    z
      .array(z.strictObject({ when, channel: code, names: z.optional(z.array(text)), clause: clauses }))
      .check(z.minLength(1)),
    z.strictObject({ unstated: z.literal(true), clause: clauses, ask: z.optional(text) }),
  ]),
  refund: z.strictObject({
    oncePaid: cited(z.enum(['none', 'application'])),
    onDuplicate: cited(z.enum(['none', 'application'])),
    /** Office and deed, in order. */
    steps: z.optional(z.array(z.strictObject({ office: text, does: text, clause: clauses }))),
  }),
  targets: z.optional(targets),
  /** Money for the towns per person paid, by the day on which the task is done. */
  workFund: z.optional(
    z.strictObject({
      steps: z.array(z.strictObject({ doneBy: day, yuanPerHead: yuan })).check(z.minLength(1)),
      afterwardsYuanPerHead: yuan,
      bureauYuanPerHead: z.optional(yuan),
      clause: clauses,
    }),
  ),
  /** What concerns no decision (待遇、奖励、分工), in our own words. */
  remarks: z.optional(
    z.array(
      z.strictObject({
        topic: z.enum(['benefit', 'incentive', 'duty', 'deadline', 'other']),
        text,
        clause: clauses,
      }),
    ),
  ),
}

const optionalSections = Object.fromEntries(
  Object.entries(sections).map(([name, section]) => [name, z.optional(section)]),
) as { [K in keyof typeof sections]: z.ZodMiniOptional<(typeof sections)[K]> }

const notice = {
  id: z.string().check(z.regex(/^[a-z0-9-]+$/, 'a notice id is lower-case letters, digits and dashes')),
  title: text,
  issuer: text,
  number: z.union([z.literal('unstated'), text]),
  issued: z.union([z.literal('unstated'), day]),
}

export const policyTable = z.strictObject({
  /** Slug of the region: the folder's name. */
  region: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'a region slug is lower-case letters')),
  place: z.strictObject({
    name: text,
    level: z.enum(['province', 'city', 'county', 'township']),
    partOf: z.optional(text),
  }),
  /** The year of cover (参保年度). The year in the notice's title is only a label. */
  coverageYear: year,
  coverageYearClause: clauses,
  notice: z.strictObject({ ...notice, titleYear: year }),
  amendments: z.optional(
    z.array(z.strictObject({ ...notice, effective: day, sets: z.strictObject(optionalSections) })),
  ),
  /** Who can be asked; `ask` names the one for what the notice leaves open. */
  offices: z.record(text, z.strictObject({ name: text, phone: z.union([z.literal('unstated'), text]) })),
  ask: text,
  ...sections,
})

export type PolicyTable = z.infer<typeof policyTable>
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
export type Span = z.infer<typeof span>
export type End = z.infer<typeof end>
export type PlainEnd = 'yearEnd' | string
export type PlainAmount = z.infer<typeof plainAmount>
export type PaperList = z.infer<typeof papers>
export type Clauses = z.infer<typeof clauses>
export type Days = z.infer<typeof days>
export type Numbers = z.infer<typeof numbers>

/** A plain value, several readings of it, or silence; a ruling turns the last two into a value. */
export type OpenValue<T> =
  | T
  | 'unstated'
  | { readings: T[]; clause?: Clauses; ask?: string; ruling?: Ruling<T> }
  | { unstated: true; clause?: Clauses; ask?: string; ruling?: Ruling<T> }

export type CitedValue<T> = { value: T; clause: Clauses } | Exclude<OpenValue<T>, T | 'unstated'>

export interface Ruling<T> {
  value: T
  by: string
  on: string
  document: string
  clause?: string
}
