/** 规则 in words: what a year's table says to an item, as the page and the export say it. */
import { dayText } from '../rules/civilDay'
import { yuanShown as yuan } from '../rules/money'
import type { RuleLine, RuleReviewState, RuleRow, RuleSide } from './ruleChanges'
import words from './ruleWords.json'

/** A text with its gaps filled in. */
const filled = (text: string, gaps: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_gap, name: string) => String(gaps[name]))

/** What an item is called; empty for one that its identities name. */
export const ruleItemName = (item: RuleRow['item']): string => words.items[item]

export const reviewStateName = (state: RuleReviewState): string => words.states[state]

/** What a year says to an item: every reading, or that it says nothing; null: a row that has no sides. */
export function ruleSideText(side: RuleSide | null): string {
  if (side === null) return words.several
  return side.lines.length === 0 ? words.unstated : [...new Set(side.lines.map(lineText))].join(words.or)
}

function lineText(line: RuleLine): string {
  switch (line.kind) {
    case 'fee':
      return filled(words.fee, { sum: yuan(line.fen) })
    case 'subsidy': {
      const [sum, burden] = [yuan(line.fen), yuan(line.burdenFen)]
      return filled(line.fen === 0 ? words.notSubsidised : words.subsidy, { sum, burden })
    }
    case 'settlement':
      return (words.settlements as Readonly<Record<string, string>>)[line.way] ?? line.way
    case 'window':
      return filled(words.window, {
        from: line.from === null ? words.openStart : dayText(line.from),
        to: line.to === null ? words.openEnd : dayText(line.to),
      })
    case 'within':
      return line.spans.length === 0
        ? words.noLimit
        : filled(words.within, { spans: line.spans.map(spanText).join(words.or) })
    case 'refund':
      return words.refund[line.rule]
  }
}

const spanText = ({ days, months }: { days: number | null; months: number | null }): string =>
  [
    months === null ? '' : filled(words.months, { number: months }),
    days === null ? '' : filled(words.days, { number: days }),
  ].join('')

/** Whether an item changed, where no sum says it. */
export function changeText({ isOpen, isChanged, from, to, item }: RuleRow): string {
  const known = item === 'settlement' || !(isOpen || from === null || to === null)
  return known ? (isChanged ? words.changed : words.same) : words.incomparable
}
