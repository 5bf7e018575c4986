import { useState } from 'react'
import {
  withdrawalReason,
  type CounterPaymentShown,
  type WithdrawalReason,
} from '../../../../shared/contracts/counter'
import { AskReversal } from '../../../../shared/contracts/counterReversals'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { counter } from '../../texts/counter'
import { sumInline } from '../../texts/figures'
import { reversal as words } from '../../texts/reversal'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  payment: CounterPaymentShown
  onDone: () => void
  onBack: () => void
}

/** Asking for one payment to be reversed, with its reason, and what that will do before it is asked for. */
export function Asking({ payment: { paymentId, name, fen }, onDone, onBack }: Props) {
  const [reason, setReason] = useState<WithdrawalReason>()
  const { trouble, busy, take, say, anew } = useStep()
  const ask = () =>
    reason ? take(AskReversal, { paymentId, reason }, words.askRefusals, onDone) : say(words.whyFirst)
  return (
    <Box className="stack">
      <Box as="p" className="strong">
        {words.heading(name ?? counter.moved, sumInline(fen))}
      </Box>
      <Question
        label={words.why}
        choices={withdrawalReason.options.map((value) => ({ value, ...counter.reasons[value] }))}
        chosen={reason}
        onChoose={anew(setReason)}
      />
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      ) : (
        <Notice icon="info" lines={[words.explain, words.notMoney]} />
      )}
      <SecondButton text={busy ? counter.busy : words.asking} onTap={ask} />
      <Link text={words.askNot} onTap={onBack} />
    </Box>
  )
}
