import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { TownMonth } from '../../../../shared/contracts/townDay'
import { isCivilDay, type CivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { townDay as words } from '../../texts/townDay'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Tabs } from '../Tabs'
import { DayOfTown } from './DayOfTown'
import { MonthView } from './MonthView'

/** 日清月结: a town's month, and one of its days. */
export default function TownDayPage() {
  const { date } = useRouter().params
  return (
    <DeskPage tab="townDays">
      {(me) => <OfTown me={me} first={date !== undefined && isCivilDay(date) ? date : me.today} />}
    </DeskPage>
  )
}

function OfTown({ me, first }: { me: Me; first: CivilDay }) {
  const [town, setTown] = useState(me.town)
  const [month, setMonth] = useState(first.slice(0, 7))
  const [date, setDate] = useState(first)
  const { asked, again } = useCall(TownMonth, { town, month })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { town: shown, towns, days } = asked.reply
  if (shown === null) return <Empty title={words.title} text={words.noTown} />
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(shown)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Tabs tabs={towns.map((name) => ({ key: name, text: name }))} on={shown} onTab={setTown} />
      <Box className="cols block block--near">
        <Box className="col">
          <MonthView days={days} month={month} open={date} onMonth={setMonth} onOpen={setDate} />
        </Box>
        <Box className="col">
          <DayOfTown key={`${shown}-${date}`} town={shown} date={date} onMoved={again} />
        </Box>
      </Box>
    </>
  )
}
