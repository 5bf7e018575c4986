import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { counter } from '../../texts/counter'
import { townDay as words } from '../../texts/townDay'
import { yuanGrouped } from '../yuanGrouped'

/** The day, payment by payment, so that it can be laid beside the receipts. */
export const Payments = ({ payments }: { payments: readonly CounterPaymentShown[] }) =>
  payments.length === 0 ? null : (
    <Box as="section" className="block">
      <Box as="h3" className="strong block__h">
        {words.all}
      </Box>
      <Table
        label={words.all}
        columns={[
          { key: 'person', title: words.columns.person },
          { key: 'receipt', title: words.columns.receipt },
          { key: 'clerk', title: words.columns.clerk },
          { key: 'sum', title: words.columns.sum, isFigure: true },
        ]}
        rows={payments.map(({ paymentId, name, receipt, enteredBy, fen }) => ({
          key: paymentId,
          cells: {
            person: name ?? counter.moved,
            receipt,
            clerk: enteredBy ?? words.colleague,
            sum: yuanGrouped(fen),
          },
        }))}
      />
    </Box>
  )
