import { useState } from 'react'
import { ListCounterPayments, type AtCounter } from '../../../../shared/contracts/counterPayments'
import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Unanswered } from '../../pages/Unanswered'
import { counter as words } from '../../texts/counter'
import { shortDay, sumInline } from '../../texts/figures'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Entering } from './Entering'
import { Finding } from './Finding'
import { Mine } from './Mine'

/** 录缴费: type, Enter, next. */
export default function CounterPage() {
  const [found, setFound] = useState<AtCounter>()
  return (
    <DeskPage tab="counter" notices={found?.notices}>
      {(me) => <AtTheCounter me={me} found={found} onFound={setFound} />}
    </DeskPage>
  )
}

interface Props {
  me: Me
  found: AtCounter | undefined
  onFound: (found: AtCounter | undefined) => void
}

function AtTheCounter({ me, found, onFound }: Props) {
  const [paidOn, setPaidOn] = useState(me.today)
  const [said, setSaid] = useState('')
  const [cursor, setCursor] = useState<string>()
  const mine = useCall(ListCounterPayments, { date: me.today, ...(cursor && { cursor }) })

  const next = (sentence: string) => {
    setSaid(sentence)
    onFound(undefined)
    setCursor(undefined)
    mine.again()
  }
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box role="status" live="polite">
        {said !== '' && <Notice tone="ok" icon="tick" lines={[said]} />}
      </Box>
      <Box className="cols after">
        <Box as="section" className="col">
          {found ? (
            <Entering
              key={found.residentId}
              found={found}
              year={me.coverageYear}
              paidOn={paidOn}
              onDone={(payment, late) => next(sentenceOf(payment, late))}
              onOther={() => next('')}
            />
          ) : (
            <Finding
              year={me.coverageYear}
              paidOn={paidOn}
              onDay={setPaidOn}
              onFound={(person) => {
                setSaid('')
                onFound(person)
              }}
            />
          )}
        </Box>
        <Box as="section" className="col">
          <MineOf today={me.today} mine={mine} onMore={setCursor} onWithdrawn={() => next(words.withdrawn)} />
        </Box>
      </Box>
    </>
  )
}

interface MineOfProps {
  today: CivilDay
  mine: ReturnType<typeof useCall<typeof ListCounterPayments>>
  onMore: (cursor: string) => void
  onWithdrawn: () => void
}

function MineOf({ today, mine: { asked, again }, onMore, onWithdrawn }: MineOfProps) {
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { payments, cursor } = asked.reply
  return (
    <Mine
      payments={payments}
      today={today}
      onMore={cursor === undefined ? undefined : () => onMore(cursor)}
      onWithdrawn={onWithdrawn}
    />
  )
}

const sentenceOf = ({ name, fen, receipt, bookedOn }: CounterPaymentShown, late: boolean): string =>
  words.entered(name ?? '', sumInline(fen), receipt) +
  (late && bookedOn !== null ? words.late(shortDay(bookedOn)) : '')
