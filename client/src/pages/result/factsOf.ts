/** 三个日期，别弄混, and what one should know before paying: facts, each with where it is written. */
import type { Owing } from '../../../../shared/contracts/owing'
import { union, type Answer, type Stated } from '../../../../shared/rules/answer'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { FactShown } from '../../components/SummaryList'
import { clausesOf, safest, sourceOf } from '../../texts/answers'
import { fullDay, sum, sumInline } from '../../texts/figures'
import { result as words } from '../../texts/result'

/** Collection and coverage; the coverage year itself is the page's own line above them. */
export function datesOf(assessment: Assessment): FactShown[] {
  const isClosed = safest(assessment.phase) === 'closed'
  return [...(isClosed ? [] : collectionOf(assessment)), ...coverOf(assessment)]
}

/** 缴费期: from which day, to which day. */
export const collectionOf = ({ phaseFrom, phaseTo }: Assessment): FactShown[] =>
  phaseFrom.kind === 'stated' && phaseTo.kind === 'stated'
    ? [span('collection', words.collection, phaseFrom, phaseTo)]
    : [
        day('phaseTo', words.collection, phaseTo, words.to, words.toUnstated),
        day('phaseFrom', words.from, phaseFrom, words.fromDay, words.fromUnstated),
      ]

/** 享受待遇: from which day, to which day. Where both are unstated, once is enough. */
export function coverOf({ coverageFrom, coverageTo }: Assessment): FactShown[] {
  if (coverageFrom.kind === 'stated' && coverageTo.kind === 'stated') {
    return [span('cover', words.cover, coverageFrom, coverageTo)]
  }
  const from = day('coverFrom', words.cover, coverageFrom, words.fromDay, words.coverUnstated)
  if (coverageFrom.kind === 'unstated' && coverageTo.kind === 'unstated') return [from]
  return [from, day('coverTo', words.coverEnd, coverageTo, words.toDay, words.toUnstated)]
}

/** 享受待遇 for whoever only acts for somebody: the days, and no clause, because it may be that of an identity. */
export function coverWithoutWhy({ coverageFrom, coverageTo }: Owing): FactShown[] {
  const from = coverageFrom.map((value) => words.fromDay(fullDay(value)))
  const to = coverageTo.map((value) => words.toDay(fullDay(value)))
  if (from.length === 0) return [{ key: 'cover', label: words.cover, lines: [words.coverDepends] }]
  if (from.length > 1 || to.length > 1)
    return [
      { key: 'coverFrom', label: words.cover, lines: readings(from) },
      { key: 'coverTo', label: words.coverEnd, lines: readings(to) },
    ].filter(({ lines }) => lines.length > 0)
  return [{ key: 'cover', label: words.cover, lines: [...from, ...to] }]
}

/** The safe reading first. */
const readings = (lines: readonly string[]): string[] =>
  lines.map((line, index) => (index === 0 ? line : words.otherwise(line)))

/** Both ends stated: one fact of two lines. */
function span(key: string, label: string, from: Stated<CivilDay>, to: Stated<CivilDay>): FactShown {
  const lines = [words.fromDay(fullDay(from.value)), words.toDay(fullDay(to.value))]
  const clauses = union(from.clauses, to.clauses)
  return { key, label, lines, source: { sureness: 'stated', clauses, says: lines.join('') } }
}

/** Fee and subsidy on their own, where there is no account to show them in. */
export function statedSums({ standard, subsidy }: Assessment): FactShown[] {
  return [
    ...sumFact('standard', words.standard, standard, words.standardSays),
    ...sumFact('subsidy', words.subsidy, subsidy, words.subsidySays),
  ]
}

function sumFact(
  key: string,
  label: string,
  answer: Answer<number>,
  says: (sum: string) => string,
): FactShown[] {
  if (answer.kind !== 'stated' || answer.value === 0) return []
  return [{ key, label, lines: [sum(answer.value)], source: sourceOf(answer, says(sumInline(answer.value))) }]
}

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
