import { useState } from 'react'
import { rejection, type Rejection } from '../../../../shared/contracts/refund'
import { RejectRefund } from '../../../../shared/contracts/rejectRefund'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { refundDesk as words } from '../../texts/deskMoney'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  refundNumber: string
  onDone: () => void
  onBack: () => void
}

/** Saying no, with a reason the resident reads. */
export function Rejecting({ refundNumber, onDone, onBack }: Props) {
  const [why, setWhy] = useState<Rejection>()
  const { trouble, busy, take, say, anew } = useStep()
  return (
    <Box className="stack stack--wide">
      <Question
        label={words.rejectLabel}
        choices={rejection.options.map((value) => ({ value, ...words.rejections[value] }))}
        chosen={why}
        onChoose={anew(setWhy)}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <Button
          text={busy ? words.busy : words.rejectSure}
          onTap={() =>
            why
              ? take(RejectRefund, { refundNumber, rejection: why }, words.refusals, onDone)
              : say(words.rejectFirst)
          }
        />
        <SecondButton text={words.notYet} onTap={onBack} />
      </Box>
    </Box>
  )
}
