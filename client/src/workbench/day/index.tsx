import { useRouter } from '@tarojs/taro'
import { DayAccount } from '../../../../shared/contracts/dayAccount'
import { isCivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { Outage } from '../../components/Outage'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { dayAccount as words } from '../../texts/deskMoney'
import { DeskPage } from '../DeskPage'
import { DayView } from './DayView'

/** 一天的账. */
export default function DayPage() {
  const { date } = useRouter().params
  const { asked, again } = useCall(DayAccount, date && isCivilDay(date) ? { date } : undefined)
  const notices = asked.kind === 'done' ? asked.reply.notices : []
  return (
    <DeskPage tab="days" notices={notices}>
      {() => {
        if (asked.kind === 'done') return <DayView account={asked.reply} onBack={() => replace('days', {})} />
        if (asked.kind === 'refused' && asked.refusal === 'notFound')
          return <Outage text={words.notFound} action={words.back} onTap={() => replace('days', {})} />
        return <Unanswered asked={date ? asked : undefined} onAgain={again} />
      }}
    </DeskPage>
  )
}
