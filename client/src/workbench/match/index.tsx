import './match.scss'
import { useState } from 'react'
import type { Role } from '../../../../shared/contracts/staff'
import { match as words } from '../../texts/match'
import type { NamedNotice } from '../../texts/notices'
import { DeskPage } from '../DeskPage'
import type { Me } from '../DeskFrame'
import { Tabs } from '../Tabs'
import { Matches } from './Matches'
import { Supplements } from './Supplements'

type View = keyof typeof words.tables

/** Who looks at what was found, and who at what is owed: the service refuses the others whatever stands here. */
const viewsOf: Partial<Record<Role, readonly View[]>> = {
  bureau: ['findings', 'supplements'],
  auditor: ['findings', 'supplements'],
  department: ['findings'],
  finance: ['supplements'],
  clerk: ['supplements'],
}

/** 每月比对: what the rosters say against who is enrolled, one person after another; and what the benefit cards are owed. */
export default function MatchPage() {
  const [notices, setNotices] = useState<readonly NamedNotice[]>([])
  return (
    <DeskPage tab="match" notices={notices}>
      {(me) => <Views me={me} onNotices={setNotices} />}
    </DeskPage>
  )
}

function Views({ me, onNotices }: { me: Me; onNotices: (notices: readonly NamedNotice[]) => void }) {
  const views = viewsOf[me.role] ?? []
  const [view, setView] = useState(views[0])
  return (
    <>
      <Tabs
        outer
        tabs={views.map((key) => ({ key, text: words.tables[key] }))}
        on={view ?? 'findings'}
        onTab={setView}
      />
      {view === 'supplements' ? <Supplements me={me} /> : <Matches me={me} onNotices={onNotices} />}
    </>
  )
}
