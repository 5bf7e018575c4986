import type { RuleRow, RuleSide } from '../../../../shared/contracts/ruleChanges'
import { changeText, ruleItemName, ruleSideText } from '../../../../shared/contracts/ruleWords'
import type { Source } from '../../components/ClauseChip'
import { sumInline } from '../../texts/figures'
import { rules as words } from '../../texts/rules'
import { namesOf } from '../../texts/vocabulary'

/** What a row is about, in words. */
export const itemName = ({ item, identities }: RuleRow): string =>
  item === 'identity' ? namesOf('identities', identities) : ruleItemName(item)

/** What one person bears more or less. */
export function eachText(row: RuleRow): string {
  const { eachFen } = row
  if (eachFen === null) return changeText(row)
  if (eachFen === 0) return words.same
  return eachFen > 0 ? words.more(sumInline(eachFen)) : words.less(sumInline(-eachFen))
}

/** Where a side is written; the line says how sure the notice makes us. */
export const sourceOf = (row: RuleRow, side: RuleSide, year: number): Source => ({
  sureness:
    side.lines.length === 0 ? 'unstated' : side.lines.length > 1 && row.isOpen ? 'readings' : 'stated',
  clauses: side.clauses,
  says: words.says(itemName(row), year, ruleSideText(side)),
})
