import { useState } from 'react'
import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { StateItem } from '../../components/StateItem'
import type { Tone } from '../../components/Tag'
import { counter as words } from '../../texts/counter'
import { moment, shortDay, sumInline } from '../../texts/figures'
import { channelName } from '../../texts/vocabulary'
import { count } from '../../texts/workbench'
import { Withdrawing } from './Withdrawing'

interface Props {
  payments: readonly CounterPaymentShown[]
  today: CivilDay
  onMore?: () => void
  onWithdrawn: () => void
}

const looks: Record<CounterPaymentShown['state'], { tone: Tone; icon: Drawing }> = {
  entered: { tone: 'ok', icon: 'tick' },
  withdrawn: { tone: 'plain', icon: 'paper' },
}

/** What the caller entered today, the latest first, and the way to take a mistake back. */
export function Mine({ payments, today, onMore, onWithdrawn }: Props) {
  const [open, setOpen] = useState<string>()
  const standing = payments.filter(({ state }) => state === 'entered')
  const fen = standing.reduce((sum, one) => sum + one.fen, 0)
  return (
    <>
      <Box as="h2" className="h2 block__h">
        {words.mine}
      </Box>
      <Box as="p" className="muted">
        {payments.length === 0 ? words.mineNone : words.mineSum(count(standing.length), sumInline(fen))}
      </Box>
      <Box as="ol">
        {payments.map((payment) => (
          <StateItem
            key={payment.paymentId}
            name={`${payment.name ?? words.moved}　${sumInline(payment.fen)}`}
            tag={{ ...looks[payment.state], text: words.states[payment.state] }}
          >
            {linesOf(payment, today).map((line) => (
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
                onDone={() => {
                  setOpen(undefined)
                  onWithdrawn()
                }}
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

function linesOf(payment: CounterPaymentShown, today: CivilDay): string[] {
  const { receipt, channel, enteredAt, paidOn, bookedOn, leftToBureau, state } = payment
  return [
    words.line(receipt, channelName(channel), moment(enteredAt).time),
    ...(paidOn === today ? [] : [words.paidOn(shortDay(paidOn))]),
    ...(state === 'entered' && bookedOn !== null && bookedOn !== paidOn
      ? [words.booked(shortDay(bookedOn))]
      : []),
    ...(leftToBureau ? [words.toBureau] : []),
  ]
}
