/** How an answer of the rules becomes words: its kind, its clauses, and what it says in a sentence. */
import type { Answer, Clause } from '../../../shared/rules/answer'
import type { Source, Sureness } from '../components/ClauseChip'

export const surenessOf = <T>(answer: Answer<T>): Sureness =>
  answer.kind === 'stated' ? 'stated' : answer.kind === 'readings' ? 'readings' : 'unstated'

/** The clauses of an answer, in the order in which the rules spoke. */
export function clausesOf<T>(answer: Answer<T>): Clause[] {
  switch (answer.kind) {
    case 'stated':
    case 'unstated':
      return [...answer.clauses]
    case 'readings':
      return unique(answer.readings.flatMap((reading) => [...reading.clauses]))
    case 'open':
      return unique(answer.possible.flatMap((possible) => [...possible.clauses]))
  }
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** Undefined where nothing can be cited. */
export function sourceOf<T>(answer: Answer<T>, says: string): Source | undefined {
  const clauses = clausesOf(answer)
  return clauses.length === 0 ? undefined : { sureness: surenessOf(answer), clauses, says }
}

/** The one value a page may act on: what is stated, or the reading that is safest for the resident. */
export function safest<T>(answer: Answer<T> | undefined): T | undefined {
  if (answer?.kind === 'stated') return answer.value
  if (answer?.kind === 'readings') return answer.readings[0]?.value
  return undefined
}

/** What is stated, and nothing else. */
export const statedOnly = <T>(answer: Answer<T>): T | undefined =>
  answer.kind === 'stated' ? answer.value : undefined
