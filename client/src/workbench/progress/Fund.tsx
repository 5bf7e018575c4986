import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ReadWorkFund, type FundUnit } from '../../../../shared/contracts/progress'
import { useCall } from '../../api/useCall'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { fullDay, yuan } from '../../texts/figures'
import { progress as names, workFund as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { Cell } from '../Cell'
import { yuanGrouped } from '../yuanGrouped'

type WorkFund = NonNullable<ReplyOf<typeof ReadWorkFund>['fund']>

/** 工作经费, where the notice promises it; elsewhere nothing stands here. */
export function Fund({ coverageYear }: { coverageYear: number }) {
  const { asked } = useCall(ReadWorkFund, { coverageYear })
  const fund = asked.kind === 'done' ? asked.reply.fund : null
  if (!fund) return null
  const undated = sum(fund.units.map((unit) => unit.undated))
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.heading}
      </Box>
      <AnswerBlock
        source={{ sureness: 'readings', clauses: fund.clauses, says: words.says }}
        value={words.value}
      >
        {words.explain}
      </AnswerBlock>
      <Box className="block--near">
        <FundTable fund={fund} />
      </Box>
      {fund.bureau && (
        <Box as="p" className="under">
          {words.bureau(yuan(fund.bureau.fenPerHead), fund.bureau.heads, yuanGrouped(fund.bureau.fen))}
        </Box>
      )}
      {undated > 0 && (
        <Box as="p" className="small muted under">
          {words.undated(undated)}
        </Box>
      )}
    </Box>
  )
}

const FundTable = ({ fund }: { fund: WorkFund }) => (
  <Table
    label={words.heading}
    columns={[
      { key: 'unit', title: words.columns.unit },
      { key: 'step', title: words.columns.step },
      { key: 'done', title: words.columns.done, isFigure: true },
      { key: 'fund', title: words.columns.fund, isFigure: true },
    ]}
    rows={[
      ...fund.units.map((unit) => ({
        key: unit.name ?? names.unknownTown,
        cells: {
          unit: unit.name ?? names.unknownTown,
          step: stepText(fund, unit),
          done: <Cell name={words.columns.done} figure={count(unit.done)} />,
          fund: <Sums readings={unit.readings} />,
        },
      })),
      {
        key: names.total,
        isSum: true,
        cells: {
          unit: names.total,
          step: '',
          done: <Cell name={words.columns.done} figure={count(sum(fund.units.map(({ done }) => done)))} />,
          fund: <Sums readings={totals(fund.units)} />,
        },
      },
    ]}
  />
)

function stepText({ steps }: WorkFund, { state, step }: FundUnit): string {
  const at = step === null ? undefined : steps[step]
  if (!at) return state === 'missed' ? words.missed : words.noTarget
  return words[state === 'reached' ? 'reached' : 'open'](fullDay(at.doneBy), yuan(at.fenPerHead))
}

/** One sum, or from the smaller to the larger. */
const Sums = ({ readings: [low, high] }: { readings: readonly { fen: number }[] }) => (
  <Cell
    name={words.columns.fund}
    figure={low ? yuanGrouped(low.fen) : words.none}
    second={high && words.upTo(yuanGrouped(high.fen))}
  />
)

/** All units in the first way, and all in the other; a unit where both agree counts the same in both. */
function totals(units: readonly FundUnit[]): { fen: number }[] {
  const due = units.filter(({ readings }) => readings.length > 0)
  if (due.length === 0) return []
  const low = sum(due.map(({ readings }) => readings[0]?.fen ?? 0))
  const high = sum(due.map(({ readings }) => readings.at(-1)?.fen ?? 0))
  return low === high ? [{ fen: low }] : [{ fen: low }, { fen: high }]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
