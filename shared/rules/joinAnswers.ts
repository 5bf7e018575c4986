/** Puts answers to one question together: readings of a text, or the different people one may be. */
import { union, unstated, type Answer, type Single, type Stated } from './answer'
import type { Fact } from './person'

/** One of several readings of the text: where they differ all are kept, the safest for the resident (`order`) first; silence or an open one wins. */
export function alternatives<T>(answers: readonly Answer<T>[], order: 'largest' | 'smallest'): Answer<T> {
  const opened = answers.find((answer) => answer.kind === 'open')
  if (opened) return { ...opened, possible: distinct(answers.flatMap(singlesOf)) }
  const silent = answers.filter((answer) => answer.kind === 'unstated')
  if (silent.length > 0) return silent.reduce<Answer<T>>(withClausesOf, silent[0] as Answer<T>)
  const values = distinct(answers.flatMap(singlesOf)) as Stated<T>[]
  const [only] = values
  if (values.length === 1 && only) return only
  const sign = order === 'smallest' ? 1 : -1
  return { kind: 'readings', readings: values.sort((a, b) => (a.value < b.value ? -sign : sign)) }
}

/** Open until `fact` is known, with everything that the answer may turn out to be. */
export function openFor<T>(fact: Fact, answers: readonly Answer<T>[]): Answer<T> {
  const facts = answers.reduce<readonly string[]>(
    (all, answer) => (answer.kind === 'open' ? union(all, answer.facts) : all),
    [fact],
  )
  return { kind: 'open', facts, possible: distinct(answers.flatMap(singlesOf)) }
}

/** Everything an answer may turn out to be. */
export function singlesOf<T>(answer: Answer<T>): readonly Single<T>[] {
  switch (answer.kind) {
    case 'readings':
      return answer.readings
    case 'open':
      return answer.possible
    default:
      return [answer]
  }
}

function distinct<T>(answers: readonly Single<T>[]): Single<T>[] {
  const found: Single<T>[] = []
  for (const answer of answers) {
    const at = found.findIndex((other) => sameAnswer(answer, other))
    const known = found[at]
    if (known) found[at] = withClausesOf(known, answer) as Single<T>
    else found.push(answer)
  }
  return found
}

/** The same answer reached in two ways rests on the clauses of both, whichever came first. */
export function withClausesOf<T>(one: Answer<T>, other: Answer<T>): Answer<T> {
  if (one === other) return one
  if (one.kind === 'stated' && other.kind === 'stated') {
    const clauses = union(one.clauses, other.clauses)
    return clauses === one.clauses ? one : { ...one, clauses }
  }
  if (one.kind !== 'unstated' || other.kind !== 'unstated') return one
  const [ask] = [one.ask, other.ask].filter((office) => office !== undefined).sort()
  return unstated(union(one.clauses, other.clauses), ask)
}

/** Whether the answers say the same, whatever clauses they rest on. */
export const allSame = (answers: readonly Answer<unknown>[]): boolean =>
  answers.every((answer) => sameAnswer(answer, answers[0] as Answer<unknown>))

function sameAnswer(one: Answer<unknown>, other: Answer<unknown>): boolean {
  if (one === other) return true
  if (one.kind === 'stated' && other.kind === 'stated') return sameJson(one.value, other.value)
  if (one.kind === 'unstated' && other.kind === 'unstated') return true
  return one.kind === other.kind && sameJson(one, other)
}

/** The same data; looked at piece by piece, because writing both out takes most of the time of a large mixture. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => sameJson(one[key as keyof typeof one], other[key as keyof typeof other]))
  )
}
