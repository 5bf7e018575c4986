import { useState } from 'react'
import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import type { ReversalShown } from '../../../../shared/contracts/counterReversals'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { counter } from '../../texts/counter'
import { shortDay } from '../../texts/figures'
import { reversal } from '../../texts/reversal'
import { townDay as words } from '../../texts/townDay'
import { Asking } from '../reversal/Asking'
import { Opened } from '../Opened'
import { Sum } from './figuresOf'

interface Props {
  payments: readonly CounterPaymentShown[]
  reversedSince: readonly ReversalShown[]
  onAsked: () => void
}

/** The day, payment by payment, so that it can be laid beside the receipts; one that was a mistake is corrected from here. */
export function Payments({ payments, reversedSince, onAsked }: Props) {
  const [open, setOpen] = useState<string>()
  if (payments.length + reversedSince.length === 0) return null
  const opened = payments.find(({ paymentId, mayReverse }) => paymentId === open && mayReverse)
  return (
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
          { key: 'correct', title: words.columns.correct, isFigure: true },
        ]}
        rows={[
          ...payments.map((payment) => ({
            key: payment.paymentId,
            cells: {
              person: payment.name ?? counter.moved,
              receipt: payment.receipt,
              clerk: payment.enteredBy ?? words.colleague,
              sum: <Sum fen={payment.fen} />,
              correct: payment.mayReverse ? (
                <Link
                  className="link--small"
                  text={reversal.ask}
                  label={reversal.askOf(payment.name ?? '', payment.receipt)}
                  onTap={() => setOpen(payment.paymentId)}
                />
              ) : (
                ''
              ),
            },
          })),
          ...reversedSince.map(({ reversalId, name, receipt, fen, reversedOn }) => ({
            key: reversalId,
            cells: {
              person: name ?? counter.moved,
              receipt,
              clerk: '',
              sum: <Sum fen={fen} />,
              correct: reversedOn === null ? '' : reversal.since(shortDay(reversedOn)),
            },
          })),
        ]}
      />
      <Opened of={opened?.paymentId} className="block block--near">
        {opened && (
          <Asking
            key={opened.paymentId}
            payment={opened}
            onDone={() => {
              setOpen(undefined)
              onAsked()
            }}
            onBack={() => setOpen(undefined)}
          />
        )}
      </Opened>
    </Box>
  )
}
