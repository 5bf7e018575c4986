import { useRouter } from '@tarojs/taro'
import { RequestCounterRefund } from '../../../../shared/contracts/requestCounterRefund'
import { MyEnrollments } from '../../../../shared/contracts/myEnrollments'
import { Receipt } from '../../../../shared/contracts/receipt'
import { RequestRefund } from '../../../../shared/contracts/requestRefund'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { replace } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { residentAndYear } from '../../pages/residentAndYear'
import { Unanswered } from '../../pages/Unanswered'
import { refund as words } from '../../texts/refund'
import { Applying } from './Applying'

/** 申请退费: asks for one person's part of a paid order, or for what one person paid at a counter. */
export default function RefundPage() {
  const { params } = useRouter()
  const at = residentAndYear(params)
  if (at) return <OfCounter {...at} />
  return <OfOrder orderNumber={params.order} residentId={params.resident} />
}

function OfOrder({ orderNumber, residentId }: { orderNumber?: string; residentId?: string }) {
  const { asked, again } = useCall(Receipt, orderNumber ? { orderNumber } : undefined)
  const isOn = asked.kind === 'done' && asked.reply.people.some((one) => one.residentId === residentId)
  if (!orderNumber || !residentId || asked.kind !== 'done' || !isOn) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={orderNumber && residentId ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  return (
    <Applying
      paid={asked.reply}
      residentId={residentId}
      kept={orderNumber}
      notices={asked.reply.notices}
      request={(reason) => call(RequestRefund, { orderNumber, residentId, reason })}
      onDone={() => replace('receipt', { order: orderNumber })}
    />
  )
}

function OfCounter({ residentId, coverageYear }: { residentId: string; coverageYear: number }) {
  const { asked, again } = useCall(MyEnrollments, { residentId })
  const year =
    asked.kind === 'done' ? asked.reply.years.find((one) => one.coverageYear === coverageYear) : undefined
  const { refunds, paidFen } = year ?? { refunds: null, paidFen: null }
  if (asked.kind !== 'done' || refunds === null || paidFen === null) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked.kind === 'done' ? undefined : asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const { name } = asked.reply.person
  return (
    <Applying
      paid={{ people: [{ residentId, name, fen: paidFen }], coverageYear, refunds }}
      residentId={residentId}
      kept={String(coverageYear)}
      notices={asked.reply.notices}
      request={(reason) => call(RequestCounterRefund, { residentId, coverageYear, reason })}
      onDone={() => replace('enrollment', { resident: residentId, year: coverageYear })}
    />
  )
}
