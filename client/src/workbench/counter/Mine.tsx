import { useState } from 'react'
import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { StateItem } from '../../components/StateItem'
import type { Tone } from '../../components/Tag'
import { counter as words } from '../../texts/counter'
import { reversal } from '../../texts/reversal'
import { moment, shortDay, sumInline } from '../../texts/figures'
import { channelName } from '../../texts/vocabulary'
import { count } from '../../texts/workbench'
import { Asking } from '../reversal/Asking'
import { Withdrawing } from './Withdrawing'

interface Props {
  payments: readonly CounterPaymentShown[]
  /** On which they were entered. */
  day: CivilDay
  /** All of the day, and not one page of several. */
  isWhole: boolean
  onMore?: () => void
  /** Hears what became of one, and whose it is. */
  onMoved: (sentence: string, residentId: string) => void
}

const looks: Record<CounterPaymentShown['state'], { tone: Tone; icon: Drawing }> = {
  entered: { tone: 'ok', icon: 'tick' },
  withdrawn: { tone: 'plain', icon: 'paper' },
  reversed: { tone: 'plain', icon: 'paper' },
  refunded: { tone: 'plain', icon: 'paper' },
}

/** What the caller entered on a day, the latest first, and the ways to undo a mistake. */
export function Mine({ payments, day, isWhole, onMore, onMoved }: Props) {
  const [open, setOpen] = useState<string>()
  const moved = (sentence: string, { residentId }: CounterPaymentShown) => {
    setOpen(undefined)
    onMoved(sentence, residentId)
  }
  const standing = payments.filter(({ state }) => state === 'entered')
  const fen = standing.reduce((sum, one) => sum + one.fen, 0)
  const sumOf = isWhole ? words.mineSum : words.mineSumOfPage
  return (
    <>
      <Box as="p" className="muted after">
        {payments.length === 0 ? words.mineNone : sumOf(count(standing.length), sumInline(fen))}
      </Box>
      <Box as="ol">
        {payments.map((payment) => (
          <StateItem
            key={payment.paymentId}
            name={`${payment.name ?? words.moved}　${sumInline(payment.fen)}`}
            tag={{ ...looks[payment.state], text: words.states[payment.state] }}
          >
            {linesOf(payment, day).map((line) => (
              <Box as="p" key={line} className="small muted">
                {line}
              </Box>
            ))}
            {payment.mayWithdraw && open !== payment.paymentId && (
              <Link
                text={words.withdraw}
                label={words.withdrawOf(payment.name ?? '', payment.receipt)}
                onTap={() => setOpen(payment.paymentId)}
              />
            )}
            {open === payment.paymentId && payment.mayWithdraw && (
              <Withdrawing
                paymentId={payment.paymentId}
                onDone={() => moved(words.withdrawn, payment)}
                onBack={() => setOpen(undefined)}
              />
            )}
            {payment.mayReverse && open !== payment.paymentId && (
              <Link
                text={reversal.ask}
                label={reversal.askOf(payment.name ?? '', payment.receipt)}
                onTap={() => setOpen(payment.paymentId)}
              />
            )}
            {open === payment.paymentId && payment.mayReverse && (
              <Asking
                payment={payment}
                onDone={() => moved(reversal.asked, payment)}
                onBack={() => setOpen(undefined)}
              />
            )}
          </StateItem>
        ))}
      </Box>
      {onMore && <Link text={words.more} onTap={onMore} />}
    </>
  )
}

function linesOf(payment: CounterPaymentShown, day: CivilDay): string[] {
  const { receipt, channel, enteredAt, paidOn, bookedOn, leftToBureau, state } = payment
  return [
    words.line(receipt, channelName(channel), moment(enteredAt).time),
    ...(paidOn === day ? [] : [words.paidOn(shortDay(paidOn))]),
    ...(state === 'entered' && bookedOn !== null && bookedOn !== paidOn
      ? [words.booked(shortDay(bookedOn))]
      : []),
    ...(leftToBureau ? [words.toBureau] : []),
  ]
}
