/**
 * What a notice answers to one question: a value, several readings of the same text, or nothing.
 * Rules hand answers on untouched; only a screen, or a bureau's ruling, makes them simpler.
 */

/** `<notice>#<clause>`, for example a notice's id, `#`, and the clause as the notice numbers it, without spaces. */
export type Clause = string

export interface Stated<T> {
  kind: 'stated'
  value: T
  clauses: readonly Clause[]
}

/** The text is silent. `clauses` are the places where one would have looked for it; `ask` is an office of the table. */
export interface Unstated {
  kind: 'unstated'
  clauses: readonly Clause[]
  ask?: string
}

/** The text allows each of these. The first is the safest for the resident. */
export interface Readings<T> {
  kind: 'readings'
  readings: readonly Stated<T>[]
}

/** The notice does answer, but differently for different people: these facts of the person are needed first. */
export interface Open<T> {
  kind: 'open'
  facts: readonly string[]
  possible: readonly (Stated<T> | Unstated)[]
}

export type Answer<T> = Stated<T> | Readings<T> | Unstated | Open<T>

/** An answer inside one reading and for one fully known person: said, or not said. */
export type Single<T> = Stated<T> | Unstated

export const stated = <T>(value: T, clauses: readonly Clause[]): Stated<T> => ({
  kind: 'stated',
  value,
  clauses,
})

export const unstated = (clauses: readonly Clause[], ask?: string): Unstated =>
  ask === undefined ? { kind: 'unstated', clauses } : { kind: 'unstated', clauses, ask }

/** Carries a single answer into the next rule: silence stays silence, clauses add up. */
export function andThen<A, B>(answer: Single<A>, next: (value: A) => Single<B>): Single<B> {
  if (answer.kind === 'unstated') return answer
  const result = next(answer.value)
  const clauses = union(answer.clauses, result.clauses)
  if (clauses === result.clauses) return result
  return result.kind === 'stated' ? stated(result.value, clauses) : unstated(clauses, result.ask)
}

/** Two lists of clauses as one, in order, each once. */
export function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (one.length === 0 || one === other) return other
  let all: T[] | undefined
  for (const item of other) if (!one.includes(item)) (all ??= one.slice()).push(item)
  return all ?? one
}
