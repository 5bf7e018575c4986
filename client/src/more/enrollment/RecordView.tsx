import type { ReactNode } from 'react'
import { AskOffice } from '../../components/AskOffice'
import { Box } from '../../components/Element'
import { Row } from '../../components/Row'
import { Fact, SummaryList, type FactShown } from '../../components/SummaryList'
import { RefundsView } from '../../pages/receipt/RefundsView'
import type { Office } from '../../texts/offices'
import { enrollment as words } from '../../texts/enrollment'
import type { RecordShown } from './recordOf'

interface Props {
  shown: RecordShown
  /** The way to a printed page, where there is something to print. */
  printing: ReactNode
  /** Whom to ask where the year is not in order. */
  office: Office
  onReceipt: (order: string) => void
  onRefund: () => void
  onAskRefund: () => void
  onAsk: () => void
}

/** One year: enrolled or not, from when to when, how it was paid, and where to see more. */
export const RecordView = ({ shown, printing, office, onReceipt, onRefund, onAskRefund, onAsk }: Props) => {
  const { receipt } = shown
  return (
    <>
      {shown.cover.length > 0 && <Facts heading={words.cover} facts={shown.cover} />}
      {shown.how.length > 0 && <Facts heading={words.how} facts={shown.how} />}
      {shown.hidden && (
        <Box as="p" className="block muted">
          {shown.hidden}
        </Box>
      )}
      {shown.refunds && <RefundsView shown={shown.refunds} onApply={onRefund} onAsk={onAskRefund} />}
      {printing}
      <Box as="section" className="block stack stack--wide">
        {receipt && <Row first icon="paper" text={words.receipt} onTap={() => onReceipt(receipt)} />}
        <AskOffice wrong office={office} onCall={onAsk} />
      </Box>
    </>
  )
}

const Facts = ({ heading, facts }: { heading: string; facts: readonly FactShown[] }) => (
  <Box as="section" label={heading} className="block">
    <SummaryList>
      {facts.map((fact) => (
        <Fact key={fact.key} fact={fact} />
      ))}
    </SummaryList>
  </Box>
)
