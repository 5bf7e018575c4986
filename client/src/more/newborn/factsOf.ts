/** What each way costs and buys, what to bring, where to pay, and what holds once the limit has passed. */
import { union, type Answer } from '../../../../shared/rules/answer'
import type { Assessment, Papers } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Source } from '../../components/ClauseChip'
import type { FactShown } from '../../components/SummaryList'
import { clausesOf, safest, sourceOf, statedOnly, surenessOf } from '../../texts/answers'
import { fullDay, range, sum, sumInline } from '../../texts/figures'
import { handoff } from '../../texts/handoff'
import { newborn as words } from '../../texts/newborn'
import { result } from '../../texts/result'
import { channelName, documentName } from '../../texts/vocabulary'
import type { Way } from './waysOf'

/** 缴、能报销、最后一天: one way's account. What is refused today costs and buys nothing; the reason is said. */
export function accountOf(way: Way): FactShown[] {
  const { assessment } = way
  const until = untilOf(way)
  if (assessment.decision === 'refused') return [whyNot(assessment), ...until]
  return [payOf(assessment), coverOf(assessment), ...until]
}

const untilOf = ({ lastDays }: Way): FactShown[] => {
  if (lastDays.length === 0) return []
  const lines = lastDays.map(({ value }, index) =>
    index === 0 ? fullDay(value) : result.otherwise(fullDay(value)),
  )
  const clauses = lastDays.reduce<readonly string[]>((all, day) => union(all, day.clauses), [])
  const sureness = lastDays.length === 1 ? 'stated' : 'readings'
  return [{ key: 'until', label: words.until, lines, source: { sureness, clauses, says: lines.join('，') } }]
}

const whyNot = ({ reasons }: Assessment): FactShown => {
  const [reason] = reasons
  const text = reason ? result.reasons[reason.code] : words.notThisWay
  return {
    key: 'pay',
    label: words.pay,
    lines: [words.notThisWay, text],
    ...(reason && { source: { sureness: 'stated', clauses: reason.clauses, says: text } }),
  }
}

function payOf({ due, dueBetween, standard, subsidy }: Assessment): FactShown {
  const fen = safest(due)
  if (fen !== undefined) {
    const lines = [fen === 0 ? words.free : sum(fen)]
    const first = safest(subsidy) ? [] : clausesOf(standard)
    const source = sourceOf(due, words.paySays(sumInline(fen)))
    return {
      key: 'pay',
      label: words.pay,
      lines,
      source: source && { ...source, clauses: union(first, source.clauses) },
    }
  }
  const open = due.kind === 'open' && dueBetween !== null
  const text = open ? words.payOpen(range(dueBetween.fromFen, dueBetween.toFen)) : words.payUnstated
  return { key: 'pay', label: words.pay, lines: [text], source: open ? undefined : sourceOf(due, text) }
}

/** From which day to which day; as unsure as the less sure of the two. */
function coverOf({ coverageFrom, coverageTo }: Assessment): FactShown {
  const lines = [
    endOf(coverageFrom, result.fromDay, words.unstatedFrom),
    endOf(coverageTo, result.toDay, words.unstatedTo),
  ]
  return { key: 'cover', label: words.cover, lines, source: bothOf(coverageFrom, coverageTo, lines.join('')) }
}

function endOf(answer: Answer<CivilDay>, written: (day: string) => string, silent: string): string {
  const day = safest(answer)
  if (day === undefined) return answer.kind === 'open' ? result.openSays : silent
  return written(fullDay(day))
}

function bothOf(from: Answer<CivilDay>, to: Answer<CivilDay>, says: string): Source | undefined {
  const unsure = [from, to].find((answer) => answer.kind !== 'stated')
  const clauses = union(clausesOf(unsure ?? from), clausesOf(unsure === to ? from : to))
  if (clauses.length === 0) return undefined
  return { sureness: unsure ? surenessOf(unsure) : 'stated', clauses, says }
}

/** What to bring and where to pay. */
export const errandOf = (way: Way): FactShown[] => [bringOf(way.assessment), whereOf(way)]

/** The clause about newborns says more about their papers than those about everybody. */
function bringOf({ documents, newbornStage }: Assessment): FactShown {
  const papers = statedOnly(documents)
  const lines = papers ? linesOf(papers) : []
  const text = lines.length > 0 ? lines : [words.bringUnstated]
  const source = sourceOf(documents, text.join(result.and))
  const first = newbornStage && lines.length > 0 ? clausesOf(newbornStage) : []
  return {
    key: 'bring',
    label: words.bring,
    lines: text,
    source: source && { ...source, clauses: union(first, source.clauses) },
  }
}

const linesOf = ({ allOf, oneOf }: Papers): string[] => [
  ...allOf.map(documentName),
  ...oneOf
    .filter((group) => !group.some((code) => allOf.includes(code)))
    .map((group) => `${handoff.oneOf}${group.map(documentName).join(result.and)}`),
]

function whereOf({ assessment: { channels }, table }: Way): FactShown {
  const codes = safest(channels) ?? []
  const rows = Array.isArray(table.channels) ? table.channels : []
  const lines = codes.map((code) => {
    const names = rows.filter(({ channel }) => channel === code).flatMap((row) => row.names ?? [])
    return names.length === 0 ? channelName(code) : `${channelName(code)}：${names.join(result.and)}`
  })
  const text = lines.length > 0 ? lines : [words.whereUnstated]
  return { key: 'where', label: words.where, lines: text, source: sourceOf(channels, text.join('；')) }
}

/** 过了期: what the notice says of the day after the last day, or that it is silent. */
export function lateOf({ afterwards, lastDays }: Way): FactShown[] {
  if (!afterwards) return []
  const clauses = lastDays.reduce<readonly string[]>((all, day) => union(all, day.clauses), [])
  const silence: Source = { sureness: 'unstated', clauses, says: words.lateUnstated }
  return [{ key: 'late', label: words.late, ...consequenceOf(afterwards, silence) }]
}

/** What someone may do who comes on that day. */
export function consequenceOf(then: Assessment, silence: Source): Pick<FactShown, 'lines' | 'source'> {
  const [reason] = then.reasons
  if (then.decision === 'refused' && reason) {
    const text = result.reasons[reason.code]
    return { lines: [text], source: { sureness: 'stated', clauses: reason.clauses, says: text } }
  }
  if (then.decision !== 'mayEnroll') return { lines: [words.lateUnstated], source: silence }
  const pay = payOf(then)
  const cover = coverOf(then)
  return { lines: [...pay.lines, ...cover.lines], source: cover.source ?? pay.source }
}
