import { AnswerBlock } from '../../components/AnswerBlock'
import { AskOffice } from '../../components/AskOffice'
import { Button, SecondButton } from '../../components/Button'
import { Chips, type Source } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Tag } from '../../components/Tag'
import type { Office } from '../../texts/offices'
import { ask as words } from '../../texts/ask'
import type { RefundSaid } from './refundOf'

interface Props {
  sum?: string
  text: string
  /** Where the notice says so. */
  source?: Source
  refund: readonly RefundSaid[]
  office?: Office
  /** What agreeing leads to. */
  fine: string
  onFine: () => void
  onNotTrue: () => void
  onCall: () => void
}

/** 先别缴: before the money goes, in the county's words. */
export const StopView = ({ sum, text, source, refund, office, fine, onFine, onNotTrue, onCall }: Props) => (
  <>
    <Tag tone="bad" icon="stop" text={words.cannotPay} />
    <Box as="h1" className="h1 under">
      {words.stopHeading(sum)}
    </Box>
    <Box as="p" className="under">
      {text}
    </Box>
    {source && <Chips source={source} />}
    {refund.length > 0 && (
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {words.refundHeading}
        </Box>
        {refund.map((said) => (
          <AnswerBlock key={said.key} source={said.source}>
            {said.lines.map((line) => (
              <Box key={line}>{line}</Box>
            ))}
          </AnswerBlock>
        ))}
      </Box>
    )}
    <Box as="section" className="block stack">
      <Button text={fine} onTap={onFine} />
      <SecondButton text={words.notTrue} onTap={onNotTrue} />
      {office && <AskOffice wrong office={office} onCall={onCall} />}
    </Box>
  </>
)
