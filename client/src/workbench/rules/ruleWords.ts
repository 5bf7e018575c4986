import type { RuleLine, RuleRow, RuleSide } from '../../../../shared/contracts/ruleChanges'
import type { Source } from '../../components/ClauseChip'
import { fullDay, sumInline } from '../../texts/figures'
import { policy } from '../../texts/policy'
import { rules as words } from '../../texts/rules'
import { namesOf } from '../../texts/vocabulary'

/** What a row is about, in words. */
export const itemName = ({ item, identities }: RuleRow): string =>
  item === 'identity' ? namesOf('identities', identities) : words.names[item]

/** What a year says to an item: every reading, or that it says nothing. */
export const sideText = ({ lines }: RuleSide): string =>
  lines.length === 0 ? words.unstated : [...new Set(lines.map(lineText))].join(words.or)

function lineText(line: RuleLine): string {
  switch (line.kind) {
    case 'fee':
      return sumInline(line.fen)
    case 'subsidy':
      return line.fen === 0
        ? words.notSubsidised(sumInline(line.burdenFen))
        : words.subsidy(sumInline(line.fen), sumInline(line.burdenFen))
    case 'settlement':
      return settlementName(line.way)
    case 'window':
      return words.window(
        line.from === null ? words.windowOpenStart : fullDay(line.from),
        line.to === null ? words.windowOpenEnd : fullDay(line.to),
      )
    case 'within':
      return line.spans.length === 0 ? words.noLimit : words.within(line.spans.map(spanText).join(words.or))
    case 'refund':
      return words.refund[line.rule]
  }
}

const settlementName = (way: string): string => {
  const named: Readonly<Record<string, { name: string }>> = policy.settlements
  return named[way]?.name ?? way
}

const spanText = ({ days, months }: { days: number | null; months: number | null }): string =>
  [months === null ? '' : words.months(months), days === null ? '' : words.days(days)].join('')

/** What one person bears more or less. */
export function eachText({ eachFen, isOpen, isChanged, from, to, item }: RuleRow): string {
  if (eachFen !== null) {
    if (eachFen === 0) return words.same
    return eachFen > 0 ? words.more(sumInline(eachFen)) : words.less(sumInline(-eachFen))
  }
  if (item === 'settlement') return isChanged ? words.changed : words.same
  if (isOpen || from === null || to === null) return words.incomparable
  return isChanged ? words.changed : words.same
}

/** Where a side is written; the line says how sure the notice makes us. */
export const sourceOf = (row: RuleRow, side: RuleSide, year: number): Source => ({
  sureness:
    side.lines.length === 0 ? 'unstated' : side.lines.length > 1 && row.isOpen ? 'readings' : 'stated',
  clauses: side.clauses,
  says: words.says(itemName(row), year, sideText(side)),
})
