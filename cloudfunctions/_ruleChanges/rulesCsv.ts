/** 规则变化 as CSV: the rows of the page in its order, each side with its clauses, and which notices those are. */
import type { ReplyOf } from '../../shared/contracts/contract'
import type { RuleChanges, RuleRow, RuleSide } from '../../shared/contracts/ruleChanges'
import { changeText, reviewStateName, ruleItemName, ruleSideText } from '../../shared/contracts/ruleWords'
import { yuanText } from '../../shared/rules/money'
import { csvLineAsIs, harmless } from '../_exports/csvLine'
import identityNames from '../_forms/identityNames.json'
import { shanghaiTime } from '../_ports/clock'
import words from './rulesCsvWords.json'

type Changes = ReplyOf<typeof RuleChanges>

/** A text, or a figure: a sum may begin with a minus. Null: empty. */
type Cell = string | { figure: string } | null

export function rulesCsv(watermark: string, changes: Changes & { from: number }): string {
  const { from, to, rows, counted, review, notices } = changes
  const lines: Cell[][] = [
    [watermark],
    [words.years, `${from}`, `${to}`],
    [words.asOf, countedText(counted), words.unknown, `${counted.unknown}`],
    [words.review, reviewStateName(review.state)],
    [
      ...[words.item, `${from}${words.year}`, words.clauses, `${to}${words.year}`, words.clauses],
      ...[words.change, words.each, words.people, words.all],
    ],
    ...rows.map(rowCells),
    ...notices.map(({ id, title, number }) => [words.notice, id, title, number ?? null]),
  ]
  return `\uFEFF${lines.map((cells) => csvLineAsIs(cells.map(written))).join('')}`
}

const written = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? harmless(cell) : cell.figure
}

const rowCells = (row: RuleRow): Cell[] => [
  itemText(row),
  ruleSideText(row.from),
  clausesOf(row.from),
  ruleSideText(row.to),
  clausesOf(row.to),
  changeText(row),
  sum(row.eachFen),
  row.people === null ? null : { figure: `${row.people}` },
  sum(row.fen),
]

const names: Readonly<Record<string, string>> = identityNames

const itemText = ({ item, identities }: RuleRow): string =>
  item === 'identity' ? identities.map((code) => names[code] ?? code).join('、') : ruleItemName(item)

const clausesOf = (side: RuleSide | null): string => side?.clauses.join('、') ?? ''

const sum = (fen: number | null): Cell => (fen === null ? null : { figure: yuanText(fen) })

function countedText({ asOf, parts, allParts }: Changes['counted']): string {
  if (asOf === null) return words.never
  return parts < allParts ? words.incomplete : shanghaiTime(asOf)
}
