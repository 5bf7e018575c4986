/** What one year's table says to one item of a comparison, with the clauses that say it. */
import type { RuleLine, RuleSide } from '../../shared/contracts/ruleChanges'
import type { CitedValue, PolicyTable } from '../../shared/policy/table'
import type { Answer } from '../../shared/rules/answer'
import { windowOf, type Share } from '../../shared/rules/compareYears'
import { citing, citingRuling } from '../../shared/rules/openValue'

export const feeSide = ({ standard }: Share): RuleSide => sideOf(standard, (fen) => ({ kind: 'fee', fen }))

/** Where the fee is not one stated sum, nobody can say what is left to bear. */
export function subsidySide(share: Share): RuleSide {
  const { standard, subsidy } = share
  if (standard.kind !== 'stated') return { lines: [], clauses: feeSide(share).clauses }
  return sideOf(subsidy, (fen) => ({ kind: 'subsidy', fen, burdenFen: Math.max(0, standard.value - fen) }))
}

/** Every way in which a part of the fee reaches somebody. */
export function settlementSide(shares: readonly Share[]): RuleSide {
  const sides = shares
    .filter(isPartial)
    .map(({ settlement }) => sideOf(settlement, (way) => ({ kind: 'settlement', way })))
  const ways = sides.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'settlement' ? [line.way] : [])),
  )
  return {
    lines: [...new Set(ways)].sort().map((way) => ({ kind: 'settlement', way })),
    clauses: [...new Set(sides.flatMap(({ clauses }) => clauses))],
  }
}

const isPartial = ({ standard, subsidy }: Share): boolean =>
  standard.kind === 'stated' &&
  subsidy.kind === 'stated' &&
  subsidy.value > 0 &&
  subsidy.value < standard.value

export function windowSide(table: PolicyTable): RuleSide {
  const window = windowOf(table)
  if (!window) return { lines: [], clauses: [] }
  const { from, to, clauses } = window
  return { lines: [{ kind: 'window', from, to }], clauses: [...clauses] }
}

/** How long guardians have, over all stages; none where the notice has no clause for newborns. */
export function newbornSide({ newborn, notice }: PolicyTable): RuleSide {
  const cite = citing(notice.id)
  if ('unstated' in newborn) return { lines: [], clauses: [...cite(newborn.clause)] }
  const spans = newborn.stages.flatMap(({ within = [] }) =>
    within.map(({ days = null, months = null }) => ({ days, months })),
  )
  const distinct = [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()]
  const clauses = [...new Set(newborn.stages.flatMap(({ clause }) => cite(clause)))]
  return { lines: [{ kind: 'within', spans: distinct }], clauses }
}

export function duplicateSide({ refund: { onDuplicate }, notice }: PolicyTable): RuleSide {
  const cite = citing(notice.id)
  const line = (rule: 'none' | 'application'): RuleLine => ({ kind: 'refund', rule })
  return writtenSide(onDuplicate, line, cite)
}

function writtenSide<T>(
  written: CitedValue<T>,
  line: (value: T) => RuleLine,
  cite: ReturnType<typeof citing>,
): RuleSide {
  if ('value' in written) return { lines: [line(written.value)], clauses: [...cite(written.clause)] }
  const clauses = cite(written.clause)
  if (written.ruling)
    return { lines: [line(written.ruling.value)], clauses: [citingRuling(written.ruling), ...clauses] }
  return { lines: 'readings' in written ? written.readings.map(line) : [], clauses: [...clauses] }
}

function sideOf<T>(answer: Answer<T>, line: (value: T) => RuleLine): RuleSide {
  if (answer.kind === 'stated') return { lines: [line(answer.value)], clauses: [...answer.clauses] }
  if (answer.kind === 'unstated') return { lines: [], clauses: [...answer.clauses] }
  const all = answer.kind === 'readings' ? answer.readings : answer.possible
  return {
    lines: all.flatMap((one) => (one.kind === 'stated' ? [line(one.value)] : [])),
    clauses: [...new Set(all.flatMap(({ clauses }) => clauses))],
  }
}
