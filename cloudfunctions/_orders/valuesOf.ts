import type { Answer } from '../../shared/rules/answer'

/** What an answer says, to be frozen: one value, every reading, or nothing. */
export function valuesOf<T>(answer: Answer<T>): T[] {
  if (answer.kind === 'stated') return [answer.value]
  return answer.kind === 'readings' ? answer.readings.map(({ value }) => value) : []
}
