import './desk.scss'
import type { ReactNode } from 'react'
import type { NamedNotice } from '../texts/notices'
import { WhoAmI } from '../../../shared/contracts/whoAmI'
import { useCall } from '../api/useCall'
import { SecondButton } from '../components/Button'
import { Box } from '../components/Element'
import { Notice } from '../components/Notice'
import { Unanswered } from '../pages/Unanswered'
import { replace } from '../navigation'
import { notices } from '../texts/notices'
import { outages } from '../texts/outages'
import { enter } from '../texts/workbench'
import { DeskFrame, type Me } from './DeskFrame'
import type { Tab } from './deskTabs'

interface Props {
  tab: Tab
  notices?: readonly NamedNotice[]
  /** The page, for whoever is at the desk. */
  children: (me: Me) => ReactNode
}

/** What every page of the staff shares: it stands only for somebody who is at the desk. */
export function DeskPage({ tab, notices: named = [], children }: Props) {
  const { asked, again } = useCall(WhoAmI, {})
  const me = asked.kind === 'done' ? asked.reply : undefined
  const titleOf = (id: string) => {
    const notice = named.find((one) => one.id === id)
    return notice ? notices.named(notice) : id
  }
  return (
    <DeskFrame me={me} tab={tab} titleOf={titleOf}>
      {me ? (
        children(me)
      ) : asked.kind === 'refused' && asked.refusal === 'notAllowed' ? (
        <Outside />
      ) : (
        <Unanswered asked={asked} onAgain={again} />
      )}
    </DeskFrame>
  )
}

/** Nobody is at this desk. */
const Outside = () => (
  <Box className="desk__narrow stack">
    <Box as="h1" className="unseen">
      {outages.heading}
    </Box>
    <Notice tone="warn" icon="lock" lines={[enter.ended]} announced />
    <SecondButton text={enter.go} onTap={() => replace('enter', {})} />
  </Box>
)
