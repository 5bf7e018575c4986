import { useState } from 'react'
import { ListDays } from '../../../../shared/contracts/listDays'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Link } from '../../components/Button'
import { Unanswered } from '../../pages/Unanswered'
import { go } from '../../navigation'
import { days as words } from '../../texts/deskMoney'
import { DeskPage } from '../DeskPage'
import { DaysView } from './DaysView'

/** 日结: how far each day is. */
export default function DaysPage() {
  return <DeskPage tab="days">{() => <Days />}</DeskPage>
}

function Days() {
  const [cursor, setCursor] = useState<string>()
  const { asked, again } = useCall(ListDays, cursor === undefined ? {} : { cursor })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { days, cursor: next } = asked.reply
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      {days.length === 0 ? (
        <Empty title={words.nothing} text={words.nothingText} />
      ) : (
        <DaysView days={days} onOpen={(date) => go('day', { date })} />
      )}
      {next !== undefined && <Link text={words.more} onTap={() => setCursor(next)} />}
    </>
  )
}
