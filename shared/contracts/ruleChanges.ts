/** 规则: what one coverage year's table changes against the one before it, on this county's own residents, and who has looked at it. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { citedNotice, civilDay, clauses, coverageYear, fen, instant, tableHash } from './fields'

const span = z.object({ days: z.nullable(z.int()), months: z.nullable(z.int()) })

/** What a year says about one item. Sums in fen; an end of a window that the notice leaves open is null. */
const ruleLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fee'), fen }),
  z.object({ kind: z.literal('subsidy'), fen, burdenFen: fen }),
  z.object({ kind: z.literal('settlement'), way: z.string() }),
  z.object({ kind: z.literal('window'), from: z.nullable(civilDay), to: z.nullable(civilDay) }),
  z.object({ kind: z.literal('within'), spans: z.array(span) }),
  z.object({ kind: z.literal('refund'), rule: z.enum(['none', 'application']) }),
])
export type RuleLine = z.infer<typeof ruleLine>

/** One line where it is said, several where the text can be read several ways, none where it is silent. */
const ruleSide = z.object({ lines: z.array(ruleLine), clauses })
export type RuleSide = z.infer<typeof ruleSide>

/**
 * `fee` the fee of whoever has no subsidy · `identity` people with one identity · `several` people with several, where that comes
 * to something else than their best one alone · `settlement` how partial subsidies reach people · `window newborn duplicate`.
 */
const ruleItem = z.enum(['fee', 'identity', 'several', 'settlement', 'window', 'newborn', 'duplicate'])

const ruleRow = z.object({
  item: ruleItem,
  /** Codes of the vocabulary; of an `identity` row only. */
  identities: z.array(z.string()),
  from: z.nullable(ruleSide),
  to: z.nullable(ruleSide),
  isChanged: z.boolean(),
  /** Readings or silence on one side: it cannot be compared before the bureau has ruled. */
  isOpen: z.boolean(),
  /** What one person bears more, negative: less; null where it cannot be said, or is no sum. */
  eachFen: z.nullable(z.int()),
  /** How many of this county's people it concerns, and what they bear more in all; null where it is nobody's sum. */
  people: z.nullable(z.int()),
  fen: z.nullable(z.int()),
})
export type RuleRow = z.infer<typeof ruleRow>

/** 审核: `none` nobody has put this version forward yet. */
export const ruleReviewState = z.enum(['none', 'submitted', 'approved', 'sentBack'])
export type RuleReviewState = z.infer<typeof ruleReviewState>

const review = z.object({
  state: ruleReviewState,
  submittedName: z.nullable(z.string()),
  submittedAt: z.nullable(instant),
  reviewedName: z.nullable(z.string()),
  reviewedAt: z.nullable(instant),
  note: z.nullable(z.string()),
  /** Whether the caller put it forward: nobody approves their own. */
  isOwn: z.boolean(),
})

/** Without a year: the latest. `from` is null, and nothing is compared, for the first table of a county. */
export const RuleChanges = staffContract({
  name: 'ruleChanges',
  request: z.object({ coverageYear: z.optional(coverageYear) }),
  reply: z.object({
    years: z.array(coverageYear),
    from: z.nullable(coverageYear),
    to: coverageYear,
    /** The years in the notices' titles: not the coverage years. */
    titleYears: z.object({ from: z.nullable(z.int()), to: z.int() }),
    hash: tableHash,
    rows: z.array(ruleRow),
    counted: z.object({
      people: z.int(),
      /** People whose identities no roster has said: they are in no row. */
      unknown: z.int(),
      more: z.int(),
      less: z.int(),
      /** The oldest count among the county's parts, and how many parts are counted; null before the first. */
      asOf: z.nullable(instant),
      parts: z.int(),
      allParts: z.int(),
    }),
    review,
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy'],
})

/** 导出规则变化: what `RuleChanges` shows, as CSV with the clauses of both years. `nothingBefore`: the first table of a county. */
export const ExportRules = staffContract({
  name: 'exportRules',
  request: z.object({ coverageYear }),
  reply: z.object({ csv: z.string() }),
  refusals: ['noPolicy', 'nothingBefore'],
})

const version = { coverageYear, hash: tableHash }

/** 提交审核. `otherVersion`: another table has come into use since the page was opened. */
export const SubmitRules = staffContract({
  name: 'submitRules',
  request: z.object(version),
  reply: z.object({ state: ruleReviewState }),
  refusals: ['noPolicy', 'otherVersion', 'notNow'],
})

/** 审核: by another person of the bureau. What is sent back says why. */
export const ReviewRules = staffContract({
  name: 'reviewRules',
  request: z.object({
    ...version,
    decision: z.enum(['approved', 'sentBack']),
    note: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  }),
  reply: z.object({ state: ruleReviewState }),
  refusals: ['noPolicy', 'otherVersion', 'notNow', 'ownSubmission', 'noteMissing'],
})
