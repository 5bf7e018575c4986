import { useRouter } from '@tarojs/taro'
import { MyEnrollments } from '../../../../shared/contracts/myEnrollments'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Hero } from '../../components/Hero'
import { go } from '../../navigation'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { residentAndYear } from '../../pages/residentAndYear'
import { Unanswered } from '../../pages/Unanswered'
import { enrollment as words } from '../../texts/enrollment'
import { Printing } from './Printing'
import { recordOf } from './recordOf'
import { RecordView } from './RecordView'

/** 参保记录: one person, one coverage year. */
export default function EnrollmentPage() {
  const at = residentAndYear(useRouter().params)
  const { asked, again } = useCall(MyEnrollments, at && { residentId: at.residentId })
  useReturn(again)
  const shown = at && asked.kind === 'done' ? recordOf(asked.reply, at.coverageYear) : undefined
  if (!at || !shown || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={at ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  const { ask, notices } = asked.reply
  const office = { name: ask.name, phone: ask.phone ?? 'unstated' }
  return (
    <ResidentPage
      title={words.title}
      notices={notices}
      top={<Hero where={shown.where} who={shown.who} shown={shown.hero} />}
    >
      <RecordView
        shown={shown}
        printing={shown.mayPrint && <Printing {...at} />}
        office={office}
        onReceipt={(order) => go('receipt', { order })}
        onRefund={() => go('refund', { resident: at.residentId, year: at.coverageYear })}
        onAskRefund={() => callOffice(shown.refunds?.ask)}
        onAsk={() => callOffice(office)}
      />
    </ResidentPage>
  )
}
