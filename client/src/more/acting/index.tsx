import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { ActingForMe, LetAct } from '../../../../shared/contracts/actingForMe'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { acting as words } from '../../texts/acting'
import { outages } from '../../texts/outages'
import { ActingView } from './ActingView'

/** 谁在替我办: the person's own list of who acts for them, and their word on it. */
export default function ActingPage() {
  const residentId = useRouter().params.resident
  const { asked, again } = useCall(ActingForMe, residentId ? { residentId } : undefined)
  const [trouble, setTrouble] = useState<string>()
  const asking = useRef(false)
  if (!residentId || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={residentId ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  const onLet = async (link: string, may: boolean) => {
    if (asking.current) return
    asking.current = true
    const answer = await call(LetAct, { residentId, link, may })
    asking.current = false
    setTrouble(
      answer.kind === 'unreached'
        ? outages.unreached[answer.why]
        : answer.kind === 'refused'
          ? words.failed
          : undefined,
    )
    again()
  }
  return (
    <ResidentPage title={words.title}>
      <ActingView
        callers={asked.reply.callers}
        trouble={trouble}
        onLet={(link, may) => void onLet(link, may)}
      />
    </ResidentPage>
  )
}
