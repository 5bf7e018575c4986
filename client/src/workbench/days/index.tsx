import { ListDays } from '../../../../shared/contracts/listDays'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Link } from '../../components/Button'
import { Unanswered } from '../../pages/Unanswered'
import { go } from '../../navigation'
import { days as words } from '../../texts/deskMoney'
import { DeskPage } from '../DeskPage'
import { useList } from '../useList'
import { DaysView } from './DaysView'

/** 日结: how far each day is. */
export default function DaysPage() {
  return <DeskPage tab="days">{() => <Days />}</DeskPage>
}

function Days() {
  const { asked, again, more } = useList(ListDays, {}, (reply) => reply.days)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { days } = asked.reply
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
      {more && <Link text={words.more} onTap={more} />}
    </>
  )
}
