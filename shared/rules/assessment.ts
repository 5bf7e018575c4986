import type { Answer, Clause } from './answer'
import type { CivilDay } from './civilDay'

/** `undecided`: a fact or a proof is missing, or the notice leaves it to the bureau. */
export type Decision = 'mayEnroll' | 'refused' | 'undecided'

/** How a subsidy reaches the person (结算方式): rules.md, Vocabulary. */
export type Settlement = 'paidOnBehalf' | 'netCollection' | 'reimbursement' | 'none'

export type Phase = 'before' | 'collecting' | 'late' | 'fullCost' | 'closed'

export type Reason =
  | 'employeeInsured'
  | 'enrolledElsewhere'
  | 'residenceNotCovered'
  | 'windowNotOpen'
  | 'windowClosed'
  | 'paidOnBehalf'
  | 'alreadyEnrolled'

export type Warning =
  | 'noRefundOncePaid'
  | 'noRefundOnDuplicate'
  | 'noCoverageThisYear'
  | 'payFirstReimbursedLater'
  | 'fullCostUnstated'
  | 'newbornLimitReadings'
  | 'softWindow'

/** A code with the clauses that carry it. */
export interface Cited<Code extends string> {
  code: Code
  clauses: readonly Clause[]
}

/** Papers (凭证): all of the first list, and one out of each group. */
export interface Papers {
  allOf: readonly string[]
  oneOf: readonly (readonly string[])[]
}

/** The stage (新生儿阶段) a child is in: its name, what to do in order, and the papers this stage asks for. */
export interface NewbornStage {
  label: string | undefined
  steps: readonly string[]
  papers: Papers
}

/** Money owed to the benefit card (一卡通) because an identity came after a full payment; the month is `YYYY-MM`. */
export type Supplement = 'none' | { fen: number; month: string }

/** An identity that did not win, and what it alone would have earned. */
export interface PassedOver {
  identity: string
  amount: Answer<number>
  settlement: Answer<Settlement>
}

/** Every question a resident has for one coverage year, answered on one day. Sums are fen. */
export interface Assessment {
  decision: Decision
  reasons: readonly Cited<Reason>[]
  warnings: readonly Cited<Warning>[]
  /** Fact codes and document codes that are needed before the answer is complete. */
  missing: readonly string[]
  /** The notice's personal fee (个人缴费标准). It stays the same in every phase. */
  standard: Answer<number>
  /** What the phase charges before any subsidy: the fee, or the fee and the fiscal share (财政补助). */
  charge: Answer<number>
  subsidy: Answer<number>
  /** The identity that won, or `none`. */
  subsidyFor: Answer<string>
  settlement: Answer<Settlement>
  /** What this person pays now. */
  due: Answer<number>
  /** The bounds of `due` while facts or readings leave it open; `toFen: null` is an unstated upper end. */
  dueBetween: { fromFen: number; toFen: number | null } | null
  /** What comes back to the benefit card (一卡通) later. */
  reimbursed: Answer<number>
  supplement: Answer<Supplement>
  passedOver: readonly PassedOver[]
  phase: Answer<Phase>
  /** The first and last day of the phase, where one is open or still to come. */
  phaseFrom: Answer<CivilDay>
  phaseTo: Answer<CivilDay>
  coverageFrom: Answer<CivilDay>
  coverageTo: Answer<CivilDay>
  /** Absent when the person is not known to be a newborn. */
  newbornDeadline?: Answer<CivilDay>
  /** Absent when no stage of the notice takes the person today. */
  newbornStage?: Answer<NewbornStage>
  documents: Answer<Papers>
  channels: Answer<readonly string[]>
  /** May the fee be paid inside the mini-program today. */
  inAppPayment: boolean
  /** The office of the table to ask where this answer is open. */
  ask: string
}
