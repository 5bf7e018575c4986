/** 缴费期: which phase is open for a person on a day, what it charges, and from when it buys cover. */
import type { PhaseRow, PlainCharge, PlainStart, Term } from '../policy/table'
import { stated, unstated, type Clause, type Single, type Unstated } from './answer'
import type { Phase } from './assessment'
import { dayOfMonth, yearEnd, yearOf, yearStart, type CivilDay } from './civilDay'
import { compileWhen, type Test } from './conditions'
import { compileStart, type CompiledStart } from './coverageStart'
import type { Domains } from './domains'
import { compileOpen, constant, type Cite, type Pick } from './openValue'
import type { Situation } from './situation'

export interface CompiledTerm {
  test: Test
  charge: Pick<PlainCharge>
  start: Pick<CompiledStart>
  mayPrecedeYear: boolean
}

export interface CompiledPhase {
  phase: Exclude<Phase, 'before' | 'closed'>
  from: CivilDay | undefined
  to: CivilDay
  soft: boolean
  test: Test
  payDays: { from: number; to: number } | undefined
  /** First and last day, as answers. */
  firstDay: Single<CivilDay>
  lastDay: Single<CivilDay>
  /** What the row leaves unsaid: a charge or a start outside its days. */
  silent: Unstated
  noStart: Pick<CompiledStart>
  clauses: readonly Clause[]
  terms: readonly CompiledTerm[]
}

/** The phase that holds for a person on a day: an open one, the first to come, or the last that was open to them. */
export interface Collection {
  phase: Phase
  row: CompiledPhase | undefined
}

/** No cover can be bought for a year that is over: an open end is the end of the coverage year. */
export function compilePhase(
  row: PhaseRow,
  coverageYear: number,
  domains: Domains,
  cite: Cite,
): CompiledPhase {
  const clauses = cite(row.clause)
  const silent = unstated(clauses)
  return {
    phase: row.phase,
    from: row.from === 'unstated' ? undefined : row.from,
    to: row.to === 'open' ? yearEnd(coverageYear) : row.to,
    soft: row.soft ?? false,
    test: compileWhen(row.when, domains),
    payDays: row.payDays,
    firstDay: row.from === 'unstated' ? silent : stated(row.from, clauses),
    lastDay: row.to === 'open' ? silent : stated(row.to, clauses),
    silent,
    noStart: constant(silent),
    clauses,
    terms: row.terms.map((term) => compileTerm(term, clauses, domains, cite)),
  }
}

function compileTerm(term: Term, around: readonly Clause[], domains: Domains, cite: Cite): CompiledTerm {
  const clauses = term.clause ? cite(term.clause) : around
  return {
    test: compileWhen(term.when, domains),
    charge: compileOpen(term.charge, clauses, cite, (charge: PlainCharge) => charge),
    start: compileStartOf(term.cover, clauses, domains, cite),
    mayPrecedeYear: term.mayPrecedeYear ?? false,
  }
}

export function compileStartOf(
  start: Term['cover'],
  clauses: readonly Clause[],
  domains: Domains,
  cite: Cite,
): Pick<CompiledStart> {
  return compileOpen(start, clauses, cite, (plain: PlainStart) => compileStart(plain, domains))
}

export function collectionOn(phases: readonly CompiledPhase[], s: Situation): Collection {
  for (const row of phases) if (isOpen(row, s.on) && row.test(s)) return { phase: row.phase, row }
  const mine = phases.filter(({ test }) => test(s))
  const begun = mine.filter(({ from }) => from === undefined || from <= s.on)
  if (begun.length > 0 || mine.length === 0) return { phase: 'closed', row: begun.at(-1) ?? phases.at(-1) }
  return { phase: 'before', row: mine[0] }
}

/** The last day on which this person could pay, once it has passed. */
export function closedOn(phases: readonly CompiledPhase[], s: Situation): CivilDay | undefined {
  let last: CivilDay | undefined
  for (const { test, to } of phases) {
    if (!test(s)) continue
    if (to >= s.on) return undefined
    if (last === undefined || to > last) last = to
  }
  return last
}

const isOpen = ({ from, to }: CompiledPhase, on: CivilDay): boolean =>
  (from === undefined || from <= on) && on <= to

export const takesPaymentOn = (row: CompiledPhase, on: CivilDay): boolean =>
  row.payDays === undefined || (dayOfMonth(on) >= row.payDays.from && dayOfMonth(on) <= row.payDays.to)

/** Cover never starts before the coverage year, unless the table says so. */
export function startDay(
  start: Single<CompiledStart>,
  mayPrecedeYear: boolean,
  s: Situation,
): Single<CivilDay> {
  if (start.kind === 'unstated') return start
  const { day, precedes } = start.value
  const asCounted = day(s)
  const inYear = precedes || mayPrecedeYear || yearOf(asCounted) >= s.coverageYear
  return stated(inYear ? asCounted : yearStart(s.coverageYear), start.clauses)
}
