import './audit.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListAudit } from '../../../../shared/contracts/listAudit'
import { isCivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { audit as words } from '../../texts/audit'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { useList, type Listed } from '../useList'
import { Chain } from './Chain'
import { Events } from './Events'

/** 审计: a day's looks and steps, of everybody, of one account, or about one person. */
export default function AuditPage() {
  const { day, person, actor } = useRouter().params
  return (
    <DeskPage tab="audit">
      {(me) => <Looks key={`${day}-${person}-${actor}`} me={me} day={day} person={person} actor={actor} />}
    </DeskPage>
  )
}

interface Props {
  me: Me
  day?: string
  person?: string
  actor?: string
}

/** The day is chosen on the page: an address of its own for each would take the cursor from whoever is typing one. */
function Looks({ me, day: first = me.today, person, actor }: Props) {
  const [day, setDay] = useState(first)
  const only = { ...(person ? { person } : {}), ...(actor ? { actor } : {}) }
  const request = isCivilDay(day) ? { day, ...only } : undefined
  const list = useList(ListAudit, request, (reply) => reply.events)
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box className="desk__narrow after">
        <DayField id="day" label={words.day} hint={words.dayHint} day={day} onDay={setDay} />
      </Box>
      {(person || actor) && <Only day={day} isPerson={person !== undefined} />}
      {request && <OfDay list={list} day={day} isOfPerson={person !== undefined} />}
    </>
  )
}

interface OfDayProps {
  list: Listed<typeof ListAudit>
  day: string
  isOfPerson: boolean
}

const OfDay = ({ list: { asked, again, more }, day, isOfPerson }: OfDayProps) => {
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { events, chain } = asked.reply
  return (
    <>
      {events.length === 0 ? (
        <Empty title={words.nothing} text={words.nothingText} />
      ) : (
        <Events
          events={events}
          isOfDay={!isOfPerson}
          onActor={(staffId) => replace('audit', { day, actor: staffId })}
        />
      )}
      {more && <Link text={words.more} onTap={more} />}
      <Chain chain={chain} />
    </>
  )
}

/** That not everything is shown, and the way back to it. */
const Only = ({ day, isPerson }: { day: string; isPerson: boolean }) => (
  <Box className="after">
    <Box as="p">{isPerson ? words.onlyPerson : words.onlyActor}</Box>
    {isPerson && (
      <Box as="p" className="small muted">
        {words.listsNote}
      </Box>
    )}
    <Link text={words.all} onTap={() => replace('audit', isCivilDay(day) ? { day } : {})} />
  </Box>
)
