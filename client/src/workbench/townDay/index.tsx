import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { TownMonth } from '../../../../shared/contracts/townDay'
import { isCivilDay, type CivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { townDay as words } from '../../texts/townDay'
import { DeskPage } from '../DeskPage'
import { Opened } from '../Opened'
import { placeFrom } from '../progress/placeFrom'
import { Waiting } from '../reversal/Waiting'
import { Tabs } from '../Tabs'
import { DayOfTown } from './DayOfTown'
import { MonthView } from './MonthView'

/** 日清月结: a town's month, and one of its days. */
export default function TownDayPage() {
  const { date, town } = useRouter().params
  return (
    <DeskPage tab="townDays">
      {(me) => (
        <OfTown
          asked={me.town ?? placeFrom(town)}
          first={date !== undefined && isCivilDay(date) ? date : me.today}
        />
      )}
    </DeskPage>
  )
}

/** Null: of several towns the first. */
function OfTown({ asked: askedTown, first }: { asked: string | null; first: CivilDay }) {
  const [town, setTown] = useState(askedTown)
  const [month, setMonth] = useState(first.slice(0, 7))
  const [date, setDate] = useState(first)
  const [round, setRound] = useState(0)
  const [asks, setAsks] = useState(0)
  const { asked, answered, again } = useCall(TownMonth, { town, month })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { town: shown, towns, days } = asked.reply
  if (shown === null) return <Empty title={words.title} text={words.noTown} />
  /** A reversal changes days that may be open here. */
  const moved = () => {
    again()
    setRound(round + 1)
  }
  /** In a day that is open here somebody may ask for a reversal. */
  const movedInDay = () => {
    again()
    setAsks(asks + 1)
  }
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(shown)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Tabs tabs={towns.map((name) => ({ key: name, text: name }))} on={shown} onTab={setTown} />
      <Waiting key={`asked-${asks}`} onMoved={moved} />
      <Box className="cols block block--near">
        <Box className="col">
          <MonthView
            days={answered?.month === month ? days : undefined}
            month={month}
            open={date}
            onMonth={setMonth}
            onOpen={setDate}
          />
        </Box>
        <Opened className="col col--main" of={date}>
          <DayOfTown key={`${shown}-${date}-${round}`} town={shown} date={date} onMoved={movedInDay} />
        </Opened>
      </Box>
    </>
  )
}
