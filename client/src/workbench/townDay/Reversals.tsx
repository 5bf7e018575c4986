import type { ReversalShown } from '../../../../shared/contracts/counterReversals'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { counter } from '../../texts/counter'
import { shortDay } from '../../texts/figures'
import { reversal as words } from '../../texts/reversal'
import { Sum } from './figuresOf'

/** What this day takes away again of days before it. */
export const Reversals = ({ reversals }: { reversals: readonly ReversalShown[] }) =>
  reversals.length === 0 ? null : (
    <Box as="section" className="block">
      <Box as="h3" className="strong block__h">
        {words.inDay}
      </Box>
      <Table
        label={words.inDay}
        columns={[
          { key: 'person', title: words.columns.person },
          { key: 'receipt', title: words.columns.receipt },
          { key: 'of', title: words.columns.of },
          { key: 'why', title: words.columns.why },
          { key: 'sum', title: words.columns.sum, isFigure: true },
        ]}
        rows={reversals.map(({ reversalId, name, receipt, bookedOn, reason, fen }) => ({
          key: reversalId,
          cells: {
            person: name ?? counter.moved,
            receipt,
            of: bookedOn === null ? '' : shortDay(bookedOn),
            why: counter.reasons[reason].text,
            sum: <Sum fen={-fen} />,
          },
        }))}
      />
    </Box>
  )
