import { AnswerBlock } from '../../components/AnswerBlock'
import { AskOffice } from '../../components/AskOffice'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { refunds as words } from '../../texts/refunds'
import type { RefundLine, RefundsShown } from './refundsOf'

interface Props {
  shown: RefundsShown
  onApply: (residentId: string) => void
  onAsk: () => void
}

/** How far money is on its way back, and the quiet way to ask for it. */
export const RefundsView = ({ shown, onApply, onAsk }: Props) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.heading}
    </Box>
    {shown.lines.map((line) => (
      <Person key={line.residentId} line={line} onApply={() => onApply(line.residentId)} />
    ))}
    {shown.said.map(({ key, text, source }) => (
      <AnswerBlock key={key} source={source} value={text} />
    ))}
    {shown.ask && (
      <Box className="after">
        <AskOffice office={shown.ask} onCall={onAsk} />
      </Box>
    )}
  </Box>
)

const Person = ({ line, onApply }: { line: RefundLine; onApply: () => void }) => (
  <Box className="after">
    {line.refund && (
      <>
        {line.refund.what && (
          <Box as="p" className="muted">
            {line.refund.what}
          </Box>
        )}
        <Box as="p" className="strong">
          {line.refund.stage}
        </Box>
        <Box as="p">{line.refund.next}</Box>
        <Box as="p" className="small muted">
          {line.refund.asOf}
        </Box>
      </>
    )}
    {line.apply && <Link text={line.apply} onTap={onApply} />}
  </Box>
)
