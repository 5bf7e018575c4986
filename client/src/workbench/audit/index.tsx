import './audit.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListAudit } from '../../../../shared/contracts/listAudit'
import type { RequestOf } from '../../../../shared/contracts/contract'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { audit as words } from '../../texts/audit'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Chain } from './Chain'
import { Events } from './Events'

/** 审计: a day's looks and steps, of everybody, of one account, or about one person. */
export default function AuditPage() {
  const { day, person, actor } = useRouter().params
  return (
    <DeskPage tab="audit">
      {(me) => <OfDay key={`${day}-${person}-${actor}`} me={me} day={day} person={person} actor={actor} />}
    </DeskPage>
  )
}

interface Props {
  me: Me
  day?: string
  person?: string
  actor?: string
}

function OfDay({ me, day = me.today, person, actor }: Props) {
  const [cursor, setCursor] = useState<string>()
  const only = { ...(person ? { person } : {}), ...(actor ? { actor } : {}) }
  const request: RequestOf<typeof ListAudit> = { day, ...only, ...(cursor === undefined ? {} : { cursor }) }
  const { asked, again } = useCall(ListAudit, request)
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box className="desk__narrow after">
        <DayField
          id="day"
          label={words.day}
          hint={words.dayHint}
          day={day}
          onDay={(next) => replace('audit', { day: next, ...only })}
        />
      </Box>
      {(person || actor) && <Only day={day} isPerson={person !== undefined} />}
      {asked.kind !== 'done' ? (
        <Unanswered asked={asked} onAgain={again} />
      ) : (
        <>
          {asked.reply.events.length === 0 ? (
            <Empty title={words.nothing} text={words.nothingText} />
          ) : (
            <Events
              events={asked.reply.events}
              isOfDay={person === undefined}
              onActor={(staffId) => replace('audit', { day, actor: staffId })}
            />
          )}
          {asked.reply.cursor !== undefined && (
            <Link text={words.more} onTap={() => setCursor(asked.reply.cursor)} />
          )}
          <Chain chain={asked.reply.chain} />
        </>
      )}
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
    <Link text={words.all} onTap={() => replace('audit', { day })} />
  </Box>
)
