import { useState } from 'react'
import { withdrawalReason, type WithdrawalReason } from '../../../../shared/contracts/counter'
import { WithdrawCounterPayment } from '../../../../shared/contracts/counterPayments'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { counter as words } from '../../texts/counter'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  paymentId: string
  onDone: () => void
  onBack: () => void
}

/** Taking one entry back, with its reason. */
export function Withdrawing({ paymentId, onDone, onBack }: Props) {
  const [reason, setReason] = useState<WithdrawalReason>()
  const { trouble, busy, take, say, anew } = useStep()
  const withdraw = () =>
    reason
      ? take(WithdrawCounterPayment, { paymentId, reason }, words.withdrawRefusals, onDone)
      : say(words.withdrawFirst)
  return (
    <Box className="stack after">
      <Question
        label={words.withdrawLabel}
        choices={withdrawalReason.options.map((value) => ({ value, ...words.reasons[value] }))}
        chosen={reason}
        onChoose={anew(setReason)}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <SecondButton text={busy ? words.busy : words.withdrawSure} onTap={withdraw} />
        <Link text={words.withdrawNot} onTap={onBack} />
      </Box>
    </Box>
  )
}
