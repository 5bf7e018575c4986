import { useState } from 'react'
import { ListCounterPayments, type AtCounter } from '../../../../shared/contracts/counterPayments'
import type { CounterPaymentShown } from '../../../../shared/contracts/counter'
import { isCivilDay, type CivilDay } from '../../../../shared/rules/civilDay'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Unanswered } from '../../pages/Unanswered'
import { counter as words } from '../../texts/counter'
import { shortDay, sumInline } from '../../texts/figures'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { useList, type Listed } from '../useList'
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
  const [enteredOn, setEnteredOn] = useState(me.today)
  const mine = useList(
    ListCounterPayments,
    isCivilDay(enteredOn) ? { date: enteredOn } : undefined,
    (reply) => reply.payments,
  )

  const moved = (sentence: string) => {
    setSaid(sentence)
    mine.toFirst()
    mine.again()
  }
  const next = (sentence: string) => {
    onFound(undefined)
    moved(sentence)
  }
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box role="status" live="polite" className={said === '' ? undefined : 'after'}>
        {said !== '' && <Notice tone="ok" icon="tick" lines={[said]} />}
      </Box>
      <Box className="cols block block--near">
        <Box as="section" className="col">
          {found ? (
            <Entering
              key={found.residentId}
              found={found}
              year={me.coverageYear}
              paidOn={paidOn}
              onDone={(payment, late) => next(sentenceOf(payment, late))}
              onApplied={() => next(words.refundApplied(found.name))}
              onOther={() => next('')}
            />
          ) : (
            <Finding
              year={me.coverageYear}
              paidOn={paidOn}
              onDay={setPaidOn}
              onFound={(person, askedOn) => {
                setSaid('')
                setPaidOn(askedOn)
                onFound(person)
              }}
            />
          )}
        </Box>
        <Box as="section" className="col">
          <Box as="h2" className="h2 block__h">
            {words.mine}
          </Box>
          <DayField
            id="counter-entered-on"
            label={words.mineDay}
            hint={words.mineDayHint}
            day={enteredOn}
            onDay={setEnteredOn}
          />
          <MineOf
            key={enteredOn}
            day={enteredOn}
            mine={mine}
            // Of somebody else a receipt may be half typed: that stays.
            onMoved={(sentence, residentId) =>
              residentId === found?.residentId ? next(sentence) : moved(sentence)
            }
          />
        </Box>
      </Box>
    </>
  )
}

interface MineOfProps {
  /** On which they were entered. */
  day: CivilDay
  mine: Listed<typeof ListCounterPayments>
  onMoved: (sentence: string, residentId: string) => void
}

function MineOf({ day, mine: { asked, again, more, isFirst }, onMoved }: MineOfProps) {
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  return (
    <Mine
      payments={asked.reply.payments}
      day={day}
      isWhole={isFirst && more === undefined}
      onMore={more}
      onMoved={onMoved}
    />
  )
}

const sentenceOf = ({ name, fen, receipt, bookedOn }: CounterPaymentShown, late: boolean): string =>
  words.entered(name ?? '', sumInline(fen), receipt) +
  (late && bookedOn !== null ? words.late(shortDay(bookedOn)) : '')
