import type { Clauses, OpenValue, Ruling } from '../policy/table'
import { stated, union, unstated, type Clause, type Single } from './answer'
import type { Situation } from './situation'

/** Turns clauses as a table writes them into full citations `<notice>#<clause>`. */
export type Cite = (clauses: Clauses | undefined) => readonly Clause[]

/** Answers with the one value that holds in this situation's reading of the text. */
export type Pick<T> = (situation: Situation) => Single<T>

export const citing =
  (notice: string): Cite =>
  (clauses) =>
    (clauses === undefined ? [] : typeof clauses === 'string' ? [clauses] : clauses).map((clause) =>
      clause.includes('#') ? clause : `${notice}#${clause}`,
    )

/** A ruling is cited by its document, beside the clause it settles. */
export const citingRuling = (ruling: Ruling<unknown>): Clause =>
  ruling.clause === undefined ? ruling.document : `${ruling.document}#${ruling.clause}`

interface Doubt<T> {
  readings?: T[]
  unstated?: true
  value?: T
  clause?: Clauses
  ask?: string
  ruling?: Ruling<T>
}

const isOpenForm = (spec: unknown): boolean =>
  typeof spec === 'object' && spec !== null && ('readings' in spec || 'unstated' in spec)

/**
 * Compiles a value that may be plain, doubtful, silent or ruled; `around` are the clauses of the row it stands in.
 * Each answer is made once and shared by all assessments.
 */
export function compileOpen<S, T>(
  spec: OpenValue<S>,
  around: readonly Clause[],
  cite: Cite,
  compile: (plain: S) => T,
): Pick<T> {
  if (spec === 'unstated') return constant(unstated(around))
  if (!isOpenForm(spec)) return constant(stated(compile(spec as S), around))
  const { readings, clause, ask, ruling } = spec as Doubt<S>
  const clauses = clause === undefined ? around : union(cite(clause), around)
  if (ruling) return constant(stated(compile(ruling.value), union([citingRuling(ruling)], clauses)))
  if (!readings) return constant(unstated(clauses, ask))
  const options = readings.map((reading) => stated(compile(reading), clauses))
  return (situation) => options[situation.choose(spec as object, options.length)] as Single<T>
}

/** Compiles `{ value, clause }` or one of the open forms. */
export function compileCited<S, T>(
  spec: { value: S; clause: Clauses } | Exclude<OpenValue<S>, S | 'unstated'>,
  cite: Cite,
  compile: (plain: S) => T,
): Pick<T> {
  if (isOpenForm(spec)) return compileOpen(spec as OpenValue<S>, [], cite, compile)
  const { value, clause } = spec as { value: S; clause: Clauses }
  return constant(stated(compile(value), cite(clause)))
}

export const constant =
  <T>(answer: Single<T>): Pick<T> =>
  () =>
    answer
