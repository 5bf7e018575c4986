import { useEffect, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  ExportRules,
  type RuleChanges,
  type RuleRow,
  type RuleSide,
} from '../../../../shared/contracts/ruleChanges'
import { ruleSideText } from '../../../../shared/contracts/ruleWords'
import { call } from '../../api/call'
import { Chips } from '../../components/ClauseChip'
import { Box, Words } from '../../components/Element'
import { Table } from '../../components/Table'
import { rules as words } from '../../texts/rules'
import { count } from '../../texts/workbench'
import { yuanGrouped } from '../yuanGrouped'
import { Figures } from './Figures'
import { ExportButton } from '../ExportButton'
import { eachText, itemName, sourceOf } from './ruleWords'

/** What the service says of two years beside each other. */
export type Changes = ReplyOf<typeof RuleChanges>

/** What changes from one year to the next: four figures, then item by item with the clauses of both years. */
export function RulesView({ changes }: { changes: Changes }) {
  const { from, to, titleYears, rows } = changes
  return (
    <>
      <Box as="h1" className="h1">
        {from === null ? words.first(to) : words.heading(from, to)}
      </Box>
      <Box as="p" className="muted">
        {words.explain(titleYears.from, titleYears.to)}
        {from !== null && words.tried}
      </Box>
      {from === null ? (
        <Box as="p" className="block block--near">
          {words.firstText}
        </Box>
      ) : (
        <>
          <Box className="block block--near">
            <ExportButton
              key={to}
              text={words.export}
              fileName={words.file(from, to)}
              ask={() => call(ExportRules, { coverageYear: to })}
              refusals={words.exportRefusals}
            />
          </Box>
          <Figures changes={changes} />
          <Box as="section" className="block rules">
            <Rows rows={rows} from={from} to={to} />
          </Box>
        </>
      )}
    </>
  )
}

/** A row with its clauses is above 1 KB on its way to the mini-program's view, which takes 32 KB in one go. */
const rowsInOneGo = 10

/** The first rows at once, the others in the moments after. */
function Rows({ rows, from, to }: { rows: readonly RuleRow[]; from: number; to: number }) {
  const [shown, setShown] = useState(rowsInOneGo)
  const isMore = shown < rows.length
  useEffect(() => {
    if (!isMore) return
    const next = setTimeout(() => setShown(shown + rowsInOneGo), 100)
    return () => clearTimeout(next)
  }, [shown, isMore])
  return (
    <Table
      label={words.table}
      columns={[
        { key: 'item', title: words.columns.item },
        { key: 'from', title: words.columns.year(from) },
        { key: 'to', title: words.columns.year(to) },
        { key: 'each', title: words.columns.each },
        { key: 'people', title: words.columns.people, isFigure: true },
        { key: 'fen', title: words.columns.fen, isFigure: true },
      ]}
      rows={rows.slice(0, shown).map((row) => ({
        key: `${row.item}-${row.identities.join('-')}`,
        isOpen: row.isOpen,
        cells: {
          item: <Words className="strong">{itemName(row)}</Words>,
          from: <Side row={row} side={row.from} year={from} />,
          to: <Side row={row} side={row.to} year={to} />,
          each: <Words className={row.isChanged && !row.isOpen ? 'strong' : 'muted'}>{eachText(row)}</Words>,
          people: row.people === null ? words.none : `${count(row.people)}${words.people}`,
          fen: row.fen === null ? words.none : words.yuan(yuanGrouped(row.fen)),
        },
      }))}
    />
  )
}

const Side = ({ row, side, year }: { row: RuleRow; side: RuleSide | null; year: number }) =>
  side === null ? (
    <Words className="muted">{ruleSideText(side)}</Words>
  ) : (
    <Box>
      <Words className={side.lines.length === 0 ? 'muted' : undefined}>{ruleSideText(side)}</Words>
      <Chips source={sourceOf(row, side, year)} />
    </Box>
  )
