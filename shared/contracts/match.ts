/** 每月比对: the rosters of a county against its enrollments, once a month, as the staff see it. */
import * as z from 'zod/mini'
import { clauses, civilDay, coverageYear, fen, instant, maskedId, residentId } from './fields'
import { importKind } from './imports'

/** A civil month, `YYYY-MM`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

/** Region, coverage year and month. */
export const matchId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}-\d{4}-\d{4}-\d{2}$/))

/** Of a match and a resident; opaque. */
export const findingId = z.string().check(z.regex(/^[a-z][A-Za-z0-9_-]{16,120}$/))

/** `begun` its parts are being walked · `walked` all of them are · `done` what was found is summed up. */
export const matchState = z.enum(['begun', 'walked', 'done'])
export type MatchState = z.infer<typeof matchState>

/** 新认定 · 身份变了 · 不在名单了 · 代缴登记 · 先缴后补 · 要核对. */
export const findingQueue = z.enum(['new', 'changed', 'lost', 'onBehalf', 'reimburse', 'check'])
export type FindingQueue = z.infer<typeof findingQueue>

/**
 * What was found of somebody: `supplement` recognised after paying in full, money is owed · `laterUnstated` the same, and the notice
 * does not say what follows · `changed` another identity than the one whose subsidy was used · `lost` none any more · `onBehalf`
 * subsidised in full and not registered yet · `reimbursement` has paid first and is paid back · `paidTooMuch` recognised before
 * paying, and the fee was not reduced · `nameDiffers` a roster names their number with another name · `employeeInsured`, `enrolledElsewhere` enrolled here as well.
 */
export const findingKind = z.enum([
  'supplement',
  'laterUnstated',
  'changed',
  'lost',
  'onBehalf',
  'reimbursement',
  'paidTooMuch',
  'nameDiffers',
  'employeeInsured',
  'enrolledElsewhere',
])
export type FindingKind = z.infer<typeof findingKind>

export const queueOf: Readonly<Record<FindingKind, FindingQueue>> = {
  supplement: 'new',
  laterUnstated: 'new',
  changed: 'changed',
  lost: 'lost',
  onBehalf: 'onBehalf',
  reimbursement: 'reimburse',
  paidTooMuch: 'new',
  nameDiffers: 'new',
  employeeInsured: 'check',
  enrolledElsewhere: 'check',
}

/** The kinds that lead to money on the benefit card (一卡通). */
export const paysToCard: readonly FindingKind[] = ['supplement', 'reimbursement']

/** `overtaken`: what was found is so no more. */
export const findingState = z.enum(['open', 'putOff', 'agreed', 'refused', 'overtaken'])
export type FindingState = z.infer<typeof findingState>

export const decision = z.enum(['agree', 'refuse', 'putOff'])
export type Decision = z.infer<typeof decision>

/**
 * The one reason of a decision: `samePerson` both records are of one person · `nameChecked` the names differ, the household register
 * was looked at · `notSamePerson` · `rosterMistaken` the roster is wrong · `paidAlready` paid by another way ·
 * `coverEnded` the other cover has ended · `coveredTwice` it has not.
 */
export const decisionReason = z.enum([
  'samePerson',
  'nameChecked',
  'notSamePerson',
  'rosterMistaken',
  'paidAlready',
  'coverEnded',
  'coveredTwice',
])
export type DecisionReason = z.infer<typeof decisionReason>

type ReasonsFor = Readonly<Record<Exclude<Decision, 'putOff'>, readonly DecisionReason[]>>

const aboutRecords: ReasonsFor = {
  agree: ['samePerson', 'nameChecked'],
  refuse: ['notSamePerson', 'rosterMistaken'],
}
const aboutMoney: ReasonsFor = { ...aboutRecords, refuse: [...aboutRecords.refuse, 'paidAlready'] }

/** Which reasons a decision may have. What is put off has none yet. */
export const reasonsFor: Readonly<Record<FindingQueue, ReasonsFor>> = {
  new: aboutMoney,
  changed: aboutRecords,
  lost: aboutRecords,
  onBehalf: aboutMoney,
  reimburse: aboutMoney,
  check: { agree: ['coverEnded'], refuse: ['coveredTwice', 'notSamePerson', 'rosterMistaken'] },
}

/** The same for one kind of finding: whose a row with another name is, the household register alone says. */
export const reasonsOf = (kind: FindingKind): ReasonsFor =>
  kind === 'nameDiffers'
    ? { agree: ['nameChecked'], refuse: ['notSamePerson', 'rosterMistaken'] }
    : reasonsFor[queueOf[kind]]

/** How many found something of each queue, and how many of them are decided. */
const queueCount = z.object({ found: z.int(), decided: z.int() })

/**
 * A roster (花名册) as the match took it, with its day and rows: of each kind the latest that lists everybody, or the latest at all where none
 * does.
 */
const rosterTaken = z.object({ kind: importKind, day: civilDay, rows: z.int() })
export type RosterTaken = z.infer<typeof rosterTaken>

export const matchShown = z.object({
  matchId,
  coverageYear,
  month,
  state: matchState,
  /** The day as of which it is asked. */
  on: civilDay,
  rosters: z.array(rosterTaken),
  parts: z.int(),
  doneParts: z.int(),
  /** Residents looked at, and of them those whom a roster concerns. */
  people: z.int(),
  concerned: z.int(),
  queues: z.record(findingQueue, queueCount),
  /** Who has paid first and is to be paid back, where the notice leaves the sum open. */
  unsettled: z.int(),
  doneAt: z.nullable(instant),
})
export type MatchShown = z.infer<typeof matchShown>

/** One finding in a queue. */
export const findingShown = z.object({
  findingId,
  name: z.string(),
  maskedId,
  town: z.nullable(z.string()),
  kind: findingKind,
  state: findingState,
  /** What is owed, or paid on behalf; null where nothing is, or the notice does not say. */
  fen: z.nullable(fen),
  /** Whether they are enrolled for the year now: a changed identity has used a subsidy, or never will have. */
  isEnrolled: z.boolean(),
  /** Whether the notice says what follows. */
  stated: z.boolean(),
})
export type FindingShown = z.infer<typeof findingShown>

/** What one of two records says of somebody. */
const recordShown = z.object({
  name: z.string(),
  maskedId,
  identities: z.array(z.string()),
  fen: z.nullable(fen),
  day: z.nullable(civilDay),
})

/** One finding, opened: both records, the rule's answer, and what may be decided. */
export const findingOpened = z.object({
  ...findingShown.shape,
  residentId,
  /** The enrollment; its identity is the one whose subsidy was used. Null: not enrolled this year. */
  enrolled: z.nullable(recordShown),
  /** Whether a payment of our own or a roster says so. */
  way: z.nullable(z.enum(['wechat', 'counter', 'onBehalf', 'roster'])),
  /** The rosters: the identities now, what would have been paid with them, and when they were recognised. */
  listed: recordShown,
  /** The roster that decides; null where none of its kind was imported. */
  roster: z.nullable(rosterTaken),
  /** The row of a file of that kind that brought the identity, and the day it was taken in; null where none did. */
  row: z.nullable(z.object({ number: z.int(), day: civilDay })),
  /** The whole rosters that do not name the person any more, and the identities of the record that so have ended. */
  omitted: z.array(z.extend(rosterTaken, { codes: z.array(z.string()) })),
  /** What the match before saw; null where there was none, or it did not see the person. */
  before: z.nullable(z.array(z.string())),
  payMonth: z.nullable(month),
  clauses,
  /** Facts that nobody knows and that could change the answer. */
  missing: z.array(z.string()),
  reason: z.nullable(decisionReason),
})
export type FindingOpened = z.infer<typeof findingOpened>
