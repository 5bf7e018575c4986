import { useState } from 'react'
import { complaintLengths } from '../../../../shared/contracts/complaint'
import {
  AnswerComplaint,
  CloseComplaint,
  TakeComplaint,
  type ComplaintOnDesk,
} from '../../../../shared/contracts/staffComplaints'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { TextField } from '../../components/TextField'
import { complaintDesk as words } from '../../texts/complaintDesk'
import { useStep } from '../useStep'
import { Forwarding } from './Forwarding'

interface Props {
  complaint: ComplaintOnDesk
  onDone: () => void
}

/** Take it, answer it, close it; and as long as it is not answered, hand it on. */
export function Steps({ complaint, onDone }: Props) {
  const [isForwarding, setForwarding] = useState(false)
  const [answer, setAnswer] = useState('')
  const { trouble, busy, take, say, anew } = useStep()
  const { complaintId, state } = complaint
  if (state === 'closed') return null
  if (isForwarding)
    return <Forwarding complaint={complaint} onDone={onDone} onBack={() => setForwarding(false)} />

  const steps = {
    received: {
      text: words.take,
      onTap: () => take(TakeComplaint, { complaintId }, words.refusals, onDone),
    },
    handling: {
      text: words.answer,
      onTap: () =>
        answer.trim() === ''
          ? say(words.answerFirst)
          : take(AnswerComplaint, { complaintId, answer: answer.trim() }, words.refusals, onDone),
    },
    answered: {
      text: words.close,
      onTap: () => take(CloseComplaint, { complaintId }, words.refusals, onDone),
    },
  }
  const { text, onTap } = steps[state]
  return (
    <Box className="stack stack--wide">
      {state === 'handling' && (
        <TextField
          id="complaint-answer"
          label={words.answerLabel}
          hint={words.answerHint(complaintLengths.answer)}
          error={trouble === words.answerFirst ? trouble : undefined}
          initial=""
          maxLength={complaintLengths.answer}
          onType={anew(setAnswer)}
        />
      )}
      {trouble && trouble !== words.answerFirst && (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      )}
      <Box className="actions">
        <Button text={busy ? words.busy : text} onTap={onTap} />
        {state !== 'answered' && <SecondButton text={words.forward} onTap={() => setForwarding(true)} />}
      </Box>
    </Box>
  )
}
