import { useEffect, useState } from 'react'
import { receiptNumber, type CounterPaymentShown } from '../../../../shared/contracts/counter'
import { EnterCounterPayment, type AtCounter } from '../../../../shared/contracts/counterPayments'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { Pick } from '../../components/Pick'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { focusField } from '../../pages/focusField'
import { counter as words } from '../../texts/counter'
import { fullDay, sumInline, yuan } from '../../texts/figures'
import { proofOf } from '../../texts/proofs'
import { channelName } from '../../texts/vocabulary'
import { Question } from '../Question'
import { fenOf } from '../fenOf'
import { useStep } from '../useStep'
import { Due } from './Due'
import { Paid } from './Paid'

interface Props {
  found: AtCounter
  year: number
  paidOn: CivilDay
  onDone: (payment: CounterPaymentShown, late: boolean) => void
  /** A refund was applied for, for them. */
  onApplied: () => void
  onOther: () => void
}

const ids = { receipt: 'counter-receipt', sum: 'counter-sum' }

/** What the receipt says, of somebody who was found. Each Enter goes on to what is still missing. */
export function Entering({ found, year, paidOn, onDone, onApplied, onOther }: Props) {
  const [only] = found.sums.length === 1 && !found.leftToBureau ? found.sums : []
  const [receipt, setReceipt] = useState('')
  const [amount, setAmount] = useState(only === undefined ? '' : yuan(only))
  const [channel, setChannel] = useState(found.channels.length === 1 ? found.channels[0] : undefined)
  const [papersSeen, setPapersSeen] = useState<readonly string[]>([])
  const { trouble, busy, take, say } = useStep()
  const isOpen = found.stop === null
  useEffect(() => {
    if (isOpen) focusField(ids.receipt)
  }, [isOpen])

  const number = receiptNumber.safeParse(receipt)
  const fen = fenOf(amount)
  const enter = () => {
    if (!number.success) return say(words.receiptWrong)
    if (!fen) return say(words.sumWrong)
    if (channel === undefined) return say(words.channelFirst)
    const payment = { coverageYear: year, receipt: number.data, fen, paidOn, channel }
    const request = { ...payment, residentId: found.residentId, papersSeen: [...papersSeen] }
    take(EnterCounterPayment, request, words.enterRefusals, (reply) => onDone(reply.payment, reply.late))
  }
  const errorOf = (sentence: string) => (trouble === sentence ? trouble : undefined)
  const isOfField = trouble === words.receiptWrong || trouble === words.sumWrong
  return (
    <Box className="stack stack--wide">
      <SummaryList>
        <SummaryRow label={words.who} value={`${found.name}　${found.maskedId}`} />
        <SummaryRow label={words.day} value={fullDay(paidOn)} />
      </SummaryList>
      <Due found={found} paidOn={paidOn} />
      {found.paid && <Paid found={found} paid={found.paid} onApplied={onApplied} />}
      {isOpen && (
        <>
          <Field
            id={ids.receipt}
            label={words.receipt}
            hint={words.receiptHint}
            error={errorOf(words.receiptWrong)}
            initial=""
            maxLength={40}
            onType={setReceipt}
            onEnter={() => (amount === '' ? focusField(ids.sum) : enter())}
          />
          <Field
            id={ids.sum}
            label={words.sum}
            hint={words.sumHint}
            error={errorOf(words.sumWrong)}
            initial={amount}
            maxLength={12}
            onType={setAmount}
            onEnter={enter}
          />
          {found.channels.length > 1 && (
            <Question
              label={words.channel}
              choices={found.channels.map((value) => ({ value, text: channelName(value) }))}
              chosen={channel}
              onChoose={setChannel}
            />
          )}
          {found.papers.length > 0 && (
            <Papers codes={found.papers} year={year} seen={papersSeen} onSee={setPapersSeen} />
          )}
          {trouble && !isOfField && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
          <Button
            text={busy ? words.busy : fen ? words.enter(sumInline(fen)) : words.enterPlain}
            onTap={enter}
          />
        </>
      )}
      <SecondButton text={words.other} onTap={() => (busy ? say(words.stillEntering) : onOther())} />
    </Box>
  )
}

interface PapersProps {
  codes: readonly string[]
  year: number
  seen: readonly string[]
  onSee: (seen: readonly string[]) => void
}

/** Papers that decide whether somebody may enroll: the clerk has them in front of them. */
const Papers = ({ codes, year, seen, onSee }: PapersProps) => (
  <Box role="group" label={words.papers}>
    <Box as="h2" className="strong">
      {words.papers}
    </Box>
    <Box as="p" className="small muted block__h">
      {words.papersHint}
    </Box>
    {codes.map((code) => {
      const { name, proves } = proofOf(code, year)
      const on = seen.includes(code)
      return (
        <Pick
          key={code}
          kind="checkbox"
          choice={{ value: code, text: name, ...(proves ? { hint: proves } : {}) }}
          on={on}
          onTap={() => onSee(on ? seen.filter((one) => one !== code) : [...seen, code])}
        />
      )
    })}
  </Box>
)
