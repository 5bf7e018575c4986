import { useState } from 'react'
import { RequestRefundAtCounter } from '../../../../shared/contracts/requestRefundAtCounter'
import type { AtCounter } from '../../../../shared/contracts/counterPayments'
import { refundReason, ruleFor, type RefundReason } from '../../../../shared/contracts/refund'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { RefundsView } from '../../pages/receipt/RefundsView'
import { refundsOf } from '../../pages/receipt/refundsOf'
import { callOffice } from '../../pages/callOffice'
import { counter as words } from '../../texts/counter'
import { fullDay, sum, sumInline } from '../../texts/figures'
import { refundReasons } from '../../texts/refundReasons'
import { channelName } from '../../texts/vocabulary'
import { Question } from '../Question'
import { useStep } from '../useStep'

type PaidHere = NonNullable<AtCounter['paid']>

interface Props {
  found: AtCounter
  paid: PaidHere
  onApplied: () => void
}

/** What somebody paid at this counter, and the way to ask for it back for them. */
export function Paid({ found: { residentId, name }, paid, onApplied }: Props) {
  const [isAsking, setAsking] = useState(false)
  const { payment, refund, refunds } = paid
  const shown = refundsOf({ people: [{ residentId, name, fen: payment.fen, refund }], refunds })
  return (
    <Box as="section" label={words.paidHere}>
      <Box as="h2" className="h2 block__h">
        {words.paidHere}
      </Box>
      <SummaryList>
        <SummaryRow label={words.receipt} value={payment.receipt} />
        <SummaryRow label={words.paidSum} value={sum(payment.fen)} />
        <SummaryRow label={words.channel} value={channelName(payment.channel)} />
        <SummaryRow label={words.day} value={fullDay(payment.paidOn)} />
      </SummaryList>
      {isAsking ? (
        <Applying paid={paid} onDone={onApplied} onBack={() => setAsking(false)} />
      ) : (
        <RefundsView shown={shown} onApply={() => setAsking(true)} onAsk={() => callOffice(shown.ask)} />
      )}
    </Box>
  )
}

/** Why, and what the notice says to it. */
function Applying({ paid, onDone, onBack }: { paid: PaidHere; onDone: () => void; onBack: () => void }) {
  const [reason, setReason] = useState<RefundReason>()
  const { trouble, busy, take, say, anew } = useStep()
  const { paymentId, fen } = paid.payment
  const rule = reason && ruleFor(paid.refunds, reason)
  const apply = () =>
    reason
      ? take(RequestRefundAtCounter, { paymentId, reason }, words.refundRefusals, onDone)
      : say(words.refundFirst)
  return (
    <Box className="block stack stack--wide">
      <Question
        label={words.refundWhy}
        choices={refundReason.options.map((value) => ({ value, ...refundReasons[value] }))}
        chosen={reason}
        onChoose={anew(setReason)}
      />
      {rule && rule.kind !== 'application' && (
        <AnswerBlock
          source={{
            sureness: rule.kind === 'none' ? 'stated' : 'unstated',
            clauses: rule.clauses,
            says: words.refundRules[rule.kind],
          }}
        >
          <Box as="p">{words.refundRules[rule.kind]}</Box>
        </AnswerBlock>
      )}
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      ) : (
        <Notice tone="warn" icon="info" lines={[words.refundMeans]} />
      )}
      <SecondButton text={busy ? words.busy : words.refundApply(sumInline(fen))} onTap={apply} />
      <Link text={words.refundNot} onTap={onBack} />
    </Box>
  )
}
