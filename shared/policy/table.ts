/**
 * The shape of a policy table: one county-year (统筹地区、参保年度) as data, every value beside the clause that
 * states it. Strict: an unknown key is an error. Sums are yuan as the notice prints them; days are `YYYY-MM-DD`.
 * `docs/add-a-county-year.md` explains each section with examples; the checker proves what a shape cannot.
 */
import * as z from 'zod/mini'
import { importKind } from '../contracts/imports'
import groupNames from '../contracts/specialGroups.json'
import { when } from './condition'
import { cited, clauses, code, codes, count, day, span, text, timeOfDay, year, yuan } from './forms'
import { eligibility, feeRow, papers, phase, stage, subsidy } from './rows'

export type { Condition } from './condition'
export type { CitedValue, Clauses, Days, Numbers, OpenValue, Ruling, Span } from './forms'
export type {
  Charge,
  Eligibility,
  End,
  FeeRow,
  PaperList,
  PhaseRow,
  PlainAmount,
  PlainCharge,
  PlainEnd,
  PlainStart,
  Stage,
  Start,
  Subsidy,
  Term,
  Wait,
} from './rows'

const specialGroup = z.enum(Object.keys(groupNames) as [keyof typeof groupNames])

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
    .array(
      z.strictObject({
        serial: z.optional(z.int()),
        name: text,
        /** Other ways this unit's name is written in rosters, where the notice's own may be a misprint; `name` stays as printed. */
        alsoWritten: z.optional(z.array(text).check(z.minLength(1))),
        values: z.record(text, count),
      }),
    )
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
  /** What becomes of whoever changes identity after a subsidy was used: nothing more and nothing back until the next year. */
  identityChanged: z.optional(z.strictObject({ value: z.literal('nextYear'), clause: clauses })),
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
    /** How the money goes back: the way it came (原路退回), or by the finance office's transfer. Left out: the bureau chooses. */
    way: z.optional(cited(z.enum(['original', 'transfer']))),
  }),
  /** By when, on the day after, the day's collection detail (征缴明细) is pushed to the departments. */
  collectionDetail: z.optional(z.strictObject({ byNextDay: timeOfDay, clause: clauses })),
  targets: z.optional(targets),
  /** 参保率: the percentage of whom the notice wants enrolled; `everybody` of each unit, or a group of people or places. */
  rates: z.optional(
    z
      .array(
        z.strictObject({
          percent: z.number().check(z.minimum(1), z.maximum(100)),
          of: z.enum(['everybody', 'group']),
          /** In our own words. */
          who: text,
          /** Whose figures the notice takes as the base, in our own words; left out where it does not say. */
          base: z.optional(text),
          clause: clauses,
        }),
      )
      .check(z.minLength(1)),
  ),
  /** 特殊人群: of whom the towns keep a list with evidence, and which; `groups` by the codes of specialGroups.json. */
  specialGroups: z.optional(
    z
      .array(
        z.strictObject({
          groups: z.array(specialGroup).check(z.minLength(1)),
          /** Who of them goes into which list, in our own words. */
          who: text,
          evidence: z.union([z.literal('unstated'), text]),
          clause: clauses,
        }),
      )
      .check(z.minLength(1)),
  ),
  /** 督促: what the notice gives the department that keeps a roster to do about the enrolling of whoever stands on it. */
  urging: z.optional(
    z
      .array(
        z.strictObject({
          roster: importKind,
          /** In our own words. */
          does: text,
          clause: clauses,
        }),
      )
      .check(z.minLength(1)),
  ),
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
  id: z.string().check(z.regex(/^[a-z0-9-]+$/, '通知代号只用小写字母、数字和短横线')),
  title: text,
  issuer: text,
  number: z.union([z.literal('unstated'), text]),
  issued: z.union([z.literal('unstated'), day]),
}

export const policyTable = z.strictObject({
  /** Slug of the region: the folder's name. */
  region: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, '地区代号只用小写字母、数字和短横线')),
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
