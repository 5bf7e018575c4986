/** An assessment in the words of the case format: yuan, codes, `unstated`, a list for several readings. */
import type { Answer, Clause } from '../../shared/rules/answer'
import type { Assessment, Papers, Supplement } from '../../shared/rules/assessment'
import type { ExpectedFields } from './caseFile'

export function shown(assessment: Assessment, key: keyof ExpectedFields): unknown {
  switch (key) {
    case 'decision':
    case 'inAppPayment':
    case 'missing':
      return assessment[key]
    case 'reasons':
    case 'warnings':
      return assessment[key].map(({ code }) => code)
    case 'cites':
      return citesOf(assessment)
    case 'documents':
      return plain(assessment.documents, ({ allOf, oneOf }: Papers) => [
        ...new Set([...allOf, ...oneOf.flat()]),
      ])
    case 'channels':
      return plain(assessment.channels, (codes) => codes)
    case 'dueBetween': {
      const bounds = assessment.dueBetween
      return bounds && [yuanOf(bounds.fromFen), bounds.toFen === null ? 'unstated' : yuanOf(bounds.toFen)]
    }
    case 'supplement':
      return plain(assessment.supplement, (owed: Supplement) =>
        owed === 'none' ? owed : { yuan: yuanOf(owed.fen), month: owed.month },
      )
    case 'standard':
    case 'subsidy':
    case 'due':
    case 'reimbursed':
      return plain(assessment[key], yuanOf)
    case 'newbornDeadline':
      return assessment.newbornDeadline ? plain(assessment.newbornDeadline, (day) => day) : 'none'
    default:
      return plain(assessment[key] as Answer<string>, (value) => value)
  }
}

const yuanOf = (fen: number): number => fen / 100

function plain<T>(answer: Answer<T>, show: (value: T) => unknown): unknown {
  switch (answer.kind) {
    case 'stated':
      return show(answer.value)
    case 'unstated':
      return 'unstated'
    case 'readings':
      return answer.readings.map(({ value }) => show(value))
    case 'open':
      return `open until known: ${answer.facts.join(', ')}`
  }
}

/** Every clause an assessment cites, wherever it stands. */
export function citesOf(assessment: Assessment): Clause[] {
  const found = new Set<Clause>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'clauses') for (const clause of inner as Clause[]) found.add(clause)
      else visit(inner)
    }
  }
  visit(assessment)
  return [...found]
}
