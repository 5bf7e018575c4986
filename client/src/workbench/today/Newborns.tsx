import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { NewbornsDue } from '../../../../shared/contracts/newbornsDue'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { daysLeft, shortDay } from '../../texts/figures'
import { count as grouped, today as words } from '../../texts/workbench'
import type { Me } from '../DeskFrame'

type Due = ReplyOf<typeof NewbornsDue>

/** 快到期的新生儿: by the notice's days, or, where it has none, who waits for the bureau. */
export function Newborns({ me }: { me: Me }) {
  const [named, setNamed] = useState(false)
  const { asked, again } = useCall(NewbornsDue, { coverageYear: me.coverageYear, named })
  useReturn(again)
  if (asked.kind !== 'done') return null
  const due = asked.reply
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.newborns}
      </Box>
      {due.stated ? <Box as="p">{stated(due)}</Box> : <Unstated due={due} year={me.coverageYear} />}
      {due.more && (
        <Box as="p" className="small muted">
          {words.newbornsMore}
        </Box>
      )}
      {due.count > 0 && !named && (
        <Link text={words.newbornsShow(grouped(due.count))} onTap={() => setNamed(true)} />
      )}
      {due.children.length > 0 && <Children due={due} today={me.today} />}
    </Box>
  )
}

const stated = ({ count, earliest }: Due): string =>
  count === 0 || earliest === null
    ? words.newbornsNone
    : words.newbornsDue(grouped(count), shortDay(earliest))

const Unstated = ({ due, year }: { due: Due; year: number }) => {
  const says =
    due.count > 0
      ? words.newbornsUnstated(year, grouped(due.count), due.ask.name)
      : words.newbornsUnstatedNone(year, due.ask.name)
  return (
    <AnswerBlock source={{ sureness: 'unstated', clauses: due.clauses, says }} withoutChip>
      {says}
    </AnswerBlock>
  )
}

const Children = ({ due, today }: { due: Due; today: CivilDay }) => (
  <SummaryList>
    {due.children.map(({ residentId, name, maskedId, deadline }) => (
      <SummaryRow
        key={residentId}
        label={words.child(name, maskedId)}
        value={
          deadline === null ? words.childOpen : words.childDue(shortDay(deadline), daysLeft(today, deadline))
        }
      />
    ))}
  </SummaryList>
)
