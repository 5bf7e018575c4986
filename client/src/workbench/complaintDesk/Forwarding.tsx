import { useState } from 'react'
import { complaintDesk, type ComplaintDesk } from '../../../../shared/contracts/complaint'
import { ForwardComplaint, type ComplaintOnDesk } from '../../../../shared/contracts/staffComplaints'
import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { complaintDesk as words } from '../../texts/complaintDesk'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  complaint: ComplaintOnDesk
  onDone: () => void
  onBack: () => void
}

/** 转办: to one of the other desks. */
export function Forwarding({ complaint: { complaintId, desk }, onDone, onBack }: Props) {
  const [to, setTo] = useState<ComplaintDesk>()
  const { trouble, busy, take, say, anew } = useStep()
  const forward = () =>
    to ? take(ForwardComplaint, { complaintId, to }, words.refusals, onDone) : say(words.forwardFirst)
  return (
    <Box className="stack stack--wide">
      <Question
        label={words.forwardLabel}
        choices={complaintDesk.options
          .filter((value) => value !== desk)
          .map((value) => ({ value, text: words.forwardTo[value] }))}
        chosen={to}
        onChoose={anew(setTo)}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <Button text={busy ? words.busy : words.forwardSure} onTap={forward} />
        <Link text={words.back} onTap={onBack} />
      </Box>
    </Box>
  )
}
