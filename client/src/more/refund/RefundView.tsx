import { refundReason, type RefundReason } from '../../../../shared/contracts/refund'
import { AnswerBlock } from '../../components/AnswerBlock'
import { AskOffice } from '../../components/AskOffice'
import { Button } from '../../components/Button'
import { Chips } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { Steps } from '../../components/Steps'
import { refund as words } from '../../texts/refund'
import type { RefundAsked } from './refundOf'

interface Props {
  shown: RefundAsked
  reason: RefundReason | undefined
  trouble?: string
  busy: boolean
  onReason: (reason: RefundReason) => void
  onApply: () => void
  onAsk: () => void
}

/** One question, what it means, who does what, and one button. */
export const RefundView = (props: Props) => {
  const { shown, reason, onReason } = props
  return (
    <>
      <Box as="h1" className="h1">
        {shown.heading}
      </Box>
      <Box as="p" className="muted under">
        {shown.what}
      </Box>
      <Box className="block block--near">
        <RadioCards
          label={words.label}
          choices={refundReason.options.map((value) => ({ value, ...words.reasons[value] }))}
          chosen={reason}
          onChoose={onReason}
        />
      </Box>
      {shown.said && (
        <Box className="block block--near">
          <AnswerBlock source={shown.said.source}>{shown.said.text}</AnswerBlock>
        </Box>
      )}
      {shown.steps.length > 0 && (
        <Box as="section" className="block block--near">
          <Box as="h2" className="h2 block__h">
            {words.steps}
          </Box>
          <Steps steps={shown.steps} />
          {shown.source && <Chips source={shown.source} />}
        </Box>
      )}
      <Foot {...props} />
    </>
  )
}

/** The consequence stands before the tap. */
const Foot = ({ shown, trouble, busy, onApply, onAsk }: Props) => (
  <Box className="block block--near stack stack--wide">
    {trouble ? (
      <Notice tone="stop" icon="warn" lines={[trouble]} announced />
    ) : (
      shown.apply && <Notice tone="warn" icon="info" lines={[words.consequence]} />
    )}
    {shown.apply && <Button text={busy ? words.busy : shown.apply} onTap={onApply} />}
    {shown.ask && <AskOffice office={shown.ask} onCall={onAsk} />}
  </Box>
)
