import { useState } from 'react'
import { addMonths } from '../../../../shared/rules/civilDay'
import { ListSupplements } from '../../../../shared/contracts/supplements'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { supplements as words } from '../../texts/supplements'
import type { Me } from '../DeskFrame'
import { useList } from '../useList'
import { Owed } from './Owed'

/** 应补名单 of a month; the month before or after is a tap away. */
export function Supplements({ me }: { me: Me }) {
  const [month, setMonth] = useState(me.today.slice(0, 7))
  const move = (count: number) => setMonth(addMonths(`${month}-01`, count).slice(0, 7))
  return (
    <>
      <Box as="h1" className="h1">
        {words.title(month)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box className="match__line">
        <Link text={words.before} onTap={() => move(-1)} />
        {month < me.today.slice(0, 7) && <Link text={words.after} onTap={() => move(1)} />}
      </Box>
      <OfMonth key={month} me={me} month={month} />
    </>
  )
}

function OfMonth({ me, month }: { me: Me; month: string }) {
  const { coverageYear } = me
  const list = useList(ListSupplements, { coverageYear, month }, (reply) => reply.supplements)
  const sums = useCall(ListSupplements, { coverageYear, month })
  if (list.asked.kind !== 'done') return <Unanswered asked={list.asked} onAgain={list.again} />
  if (sums.asked.kind !== 'done') return <Unanswered asked={sums.asked} onAgain={sums.again} />
  const { supplements } = list.asked.reply
  if (supplements.length === 0) return <Empty title={words.none} text={words.noneText} />
  return (
    <Owed
      me={me}
      month={month}
      towns={sums.asked.reply.towns}
      supplements={supplements}
      onMore={list.more}
      onPaid={list.again}
    />
  )
}
