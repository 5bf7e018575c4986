/** 新生儿: until when a child may still be registered and paid for, at what price, and from when it is covered. */
import type { PlainCharge, PolicyTable, Span, Stage } from '../policy/table'
import { stated, unstated, type Answer, type Clause, type Single } from './answer'
import type { NewbornStage, Papers, Phase } from './assessment'
import { ageOn, yearEnd, yearOf, type CivilDay } from './civilDay'
import { closedOn, compileStartOf, type CompiledPhase } from './collection'
import { compileWhen, lastDayOf, type Test } from './conditions'
import type { CompiledStart } from './coverageStart'
import { compileEnd } from './coverageEnd'
import type { Domains } from './domains'
import { noPapers, papersOf } from './eligibility'
import { compileOpen, type Cite, type Pick } from './openValue'
import type { Situation } from './situation'

type Limit = NonNullable<Stage['within']>[number] & {
  clauses: readonly Clause[]
  years: number
}

interface CompiledStage {
  test: Test
  limits: readonly Limit[]
  charge: Pick<PlainCharge> | undefined
  chargeIn: Partial<Record<Phase, Pick<PlainCharge>>>
  start: Pick<CompiledStart> | undefined
  end: Pick<CivilDay> | undefined
  papers: Papers | undefined
  channels: readonly string[] | undefined
  /** As a page shows it. */
  shown: NewbornStage
  clauses: readonly Clause[]
}

export type NewbornRules = {
  /** When the first phase ends: whoever was born by then could pay like anyone else. */
  firstClosing: CivilDay
} & (
  | { kind: 'silent'; clauses: readonly Clause[]; within: Span | undefined; years: number }
  | { kind: 'stages'; stages: readonly CompiledStage[] }
)

/** How the newborn rules bear on one person. */
export interface Newborn {
  /** The stage the child is in today. */
  stage: CompiledStage | undefined
  deadline: Answer<CivilDay> | undefined
  /** The notice leaves this child to the bureau. */
  silent: readonly Clause[] | undefined
}

const notNewborn: Newborn = { stage: undefined, deadline: undefined, silent: undefined }

export function compileNewborn(
  { newborn, coverageYear }: PolicyTable,
  phases: readonly CompiledPhase[],
  domains: Domains,
  cite: Cite,
): NewbornRules {
  const firstClosing = phases.map(({ to }) => to).sort()[0] ?? yearEnd(coverageYear)
  if ('unstated' in newborn) {
    const { clause, within } = newborn
    const years = within ? yearsPast(within) : 2
    return { firstClosing, kind: 'silent', clauses: cite(clause), within, years }
  }
  const stages = newborn.stages.map((stage) => compileStage(stage, coverageYear, domains, cite))
  return { firstClosing, kind: 'stages', stages }
}

/** So many calendar years after birth a span is over, on whichever day the child was born. */
const yearsPast = ({ months = 0, days = 0 }: Span): number => Math.ceil((months + days / 28) / 12) + 1

function compileStage(row: Stage, coverageYear: number, domains: Domains, cite: Cite): CompiledStage {
  const clauses = cite(row.clause)
  const charge = (spec: NonNullable<Stage['charge']>): Pick<PlainCharge> =>
    compileOpen(spec, clauses, cite, (plain: PlainCharge) => plain)
  const papers = row.documents && papersOf(row.documents)
  return {
    test: compileWhen(row.when, domains),
    limits: (row.within ?? []).map((limit) => ({
      ...limit,
      clauses: limit.clause ? cite(limit.clause) : clauses,
      years: yearsPast(limit),
    })),
    charge: row.charge === undefined ? undefined : charge(row.charge),
    chargeIn: Object.fromEntries(
      Object.entries(row.chargeIn ?? {}).map(([phase, spec]) => [phase, charge(spec)]),
    ),
    start: row.cover === undefined ? undefined : compileStartOf(row.cover, clauses, domains, cite),
    end: row.coverTo === undefined ? undefined : compileEnd(row.coverTo, coverageYear, clauses, cite),
    papers,
    channels: row.channels,
    shown: { label: row.label, steps: row.steps ?? [], papers: papers ?? noPapers },
    clauses,
  }
}

/**
 * A child born after the last day on which it could pay never had a chance to pay like anyone else, so where no stage
 * takes it, the notice is silent about it.
 */
export function newbornOf(rules: NewbornRules, phases: readonly CompiledPhase[], s: Situation): Newborn {
  const { born } = s.person
  if (born === undefined || born > s.on) return notNewborn
  const yearOfBirth = yearOf(born)
  if (yearOfBirth > s.coverageYear) return notNewborn
  const years = yearOf(s.on) - yearOfBirth
  const bornAfterClosing = born > rules.firstClosing && born > (closedOn(phases, s) ?? born)
  if (rules.kind === 'silent') {
    if (years >= rules.years && !bornAfterClosing) return notNewborn
    const concerned = rules.within ? s.on <= lastDayOf(rules.within, born) : ageOn(born, s.on) === 0
    if (!concerned && !bornAfterClosing) return notNewborn
    return { stage: undefined, deadline: unstated(rules.clauses), silent: rules.clauses }
  }
  return inStages(rules.stages, phases, bornAfterClosing, years, born, s)
}

function inStages(
  stages: readonly CompiledStage[],
  phases: readonly CompiledPhase[],
  bornAfterClosing: boolean,
  years: number,
  born: CivilDay,
  s: Situation,
): Newborn {
  const mine = stages.filter((one) => (bornAfterClosing || !isLongPast(one, years)) && one.test(s))
  if (mine.length === 0 && !bornAfterClosing) return notNewborn
  const stage = mine.find((one) => isWithin(one, born, s))
  const opens = stage?.charge !== undefined
  const inTime = stage?.start !== undefined && stage.limits.length > 0 && closedOn(phases, s) !== undefined
  const limited = stage && stage.limits.length > 0 ? stage : mine.find(({ limits }) => limits.length > 0)
  const silent = (bornAfterClosing || inTime) && !opens ? (mine.at(-1) ?? stages.at(-1))?.clauses : undefined
  if (limited === undefined || !(stage || silent)) return { stage, deadline: undefined, silent }
  return { stage, deadline: deadlineOf(limited.limits, born), silent }
}

/** Spares a county of adults the counting of days. */
const isLongPast = ({ limits }: CompiledStage, years: number): boolean =>
  limits.length > 0 && limits.every((limit) => years >= limit.years)

/** Past one reading of a limit and inside the other: both are followed. */
function isWithin({ limits }: CompiledStage, born: CivilDay, s: Situation): boolean {
  if (limits.length === 0) return true
  const kept = limits.map((limit) => s.on <= lastDayOf(limit, born))
  if (kept.every((one) => one === kept[0])) return kept[0] === true
  return kept[s.choose(limits, kept.length)] === true
}

/** The earliest first: it is safe under every reading. */
function deadlineOf(limits: readonly Limit[], born: CivilDay): Answer<CivilDay> {
  const days = limits
    .map((limit) => stated(lastDayOf(limit, born), limit.clauses))
    .sort((one, other) => (one.value < other.value ? -1 : 1))
  const distinct = days.filter((day, i) => i === 0 || day.value !== days[i - 1]?.value)
  const [first] = distinct
  if (first === undefined) return unstated([])
  return distinct.length === 1 ? first : { kind: 'readings', readings: distinct }
}

/** What a newborn pays: what everyone pays in an open phase, unless the notice makes a difference or asks nothing. */
export function newbornCharge(
  stage: CompiledStage,
  phase: Phase,
  usual: Single<PlainCharge> | undefined,
  s: Situation,
): Single<PlainCharge> {
  const inPhase = stage.chargeIn[phase]
  if (inPhase) return inPhase(s)
  const own = stage.charge?.(s)
  if (own?.kind === 'stated' && own.value === 'free') return own
  return usual ?? own ?? unstated(stage.clauses)
}
