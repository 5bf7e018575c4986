/** 三个日期，别弄混, and what one should know before paying: facts, each with where it is written. */
import type { Answer } from '../../../../shared/rules/answer'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { FactShown } from '../../components/SummaryList'
import { clausesOf, sourceOf } from '../../texts/answers'
import { fullDay, sumInline } from '../../texts/figures'
import { result as words } from '../../texts/result'

/** Collection and coverage; the coverage year itself is the page's own line above them. */
export function datesOf(assessment: Assessment): FactShown[] {
  const phase = assessment.phase.kind === 'stated' ? assessment.phase.value : undefined
  return [...(phase === 'closed' ? [] : collection(assessment)), ...coverOf(assessment)]
}

/** 享受待遇: from which day, to which day. Where both are unstated, once is enough. */
export const coverOf = ({ coverageFrom, coverageTo }: Assessment): FactShown[] => [
  day('coverFrom', words.cover, coverageFrom, words.fromDay, words.coverUnstated),
  ...(coverageFrom.kind === 'unstated' && coverageTo.kind === 'unstated'
    ? []
    : [day('coverTo', words.coverEnd, coverageTo, words.toDay, words.toUnstated)]),
]

const collection = ({ phaseFrom, phaseTo }: Assessment): FactShown[] => [
  day('phaseFrom', words.from, phaseFrom, words.fromDay, words.fromUnstated),
  day('phaseTo', words.collection, phaseTo, words.to, words.toUnstated),
]

function day(
  key: string,
  label: string,
  answer: Answer<CivilDay>,
  written: (day: string) => string,
  silent: string,
): FactShown {
  const lines = linesOf(answer, written, silent)
  return { key, label, lines, source: sourceOf(answer, lines.join(words.or)) }
}

function linesOf(answer: Answer<CivilDay>, written: (day: string) => string, silent: string): string[] {
  switch (answer.kind) {
    case 'stated':
      return [written(fullDay(answer.value))]
    case 'readings':
      return answer.readings.map((reading, index) =>
        index === 0 ? written(fullDay(reading.value)) : words.otherwise(written(fullDay(reading.value))),
      )
    case 'unstated':
      return [silent]
    case 'open':
      return [words.openSays]
  }
}

/** The rule module's warnings, each in a sentence, with its clause. */
export const warningsOf = (assessment: Assessment): FactShown[] =>
  assessment.warnings.map(({ code, clauses }) => ({
    key: code,
    label: words.warnings[code].label,
    lines: [words.warnings[code].text],
    source: { sureness: 'stated', clauses, says: words.warnings[code].text },
  }))

/** Money that comes to the card because an identity was recognised after paying. */
export function supplementOf({ supplement }: Assessment): FactShown[] {
  if (supplement.kind !== 'stated' || supplement.value === 'none') return []
  const { fen, month } = supplement.value
  const [year, number] = month.split('-')
  const text = words.supplement(sumInline(fen), words.month(Number(year), Number(number)))
  return [
    {
      key: 'supplement',
      label: words.supplementLabel,
      lines: [text],
      source: { sureness: 'stated', clauses: clausesOf(supplement), says: text },
    },
  ]
}
