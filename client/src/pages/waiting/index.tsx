import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CancelPayment } from '../../../../shared/contracts/cancelPayment'
import { PaymentStatus } from '../../../../shared/contracts/paymentStatus'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { dropPaymentKey } from '../../device/paymentKey'
import { goHome, replace } from '../../navigation'
import { outages } from '../../texts/outages'
import { waiting as words } from '../../texts/waiting'
import { ResidentPage } from '../ResidentPage'
import { residentAndYear } from '../residentAndYear'
import { refusalSentence, Unanswered } from '../Unanswered'
import { WaitingView } from './WaitingView'

/** Asked again after so many milliseconds, then only by hand: the service itself goes on asking WeChat. */
const pausesMs = [1000, 2000, 3000, 5000, 8000, 13000]

/** 缴费中: asks the service how far the order is, until it says. Can be left, reloaded and opened again. */
export default function WaitingPage() {
  const { params } = useRouter()
  const who = residentAndYear(params)
  const orderNumber = params.order
  const { asked, again } = useCall(PaymentStatus, orderNumber ? { orderNumber } : undefined)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const turn = useRef(0)
  useReturn(again)

  const state = asked.kind === 'done' ? asked.reply.state : undefined
  useEffect(() => {
    if (state === 'paid' && orderNumber) return replace('receipt', { order: orderNumber })
    const pause = pausesMs[turn.current]
    if (pause === undefined || (state !== 'confirming' && state !== 'unpaid')) return
    turn.current += 1
    const timer = setTimeout(again, pause)
    return () => clearTimeout(timer)
  }, [asked, state, again, orderNumber])

  if (!orderNumber || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={orderNumber ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  const address = who && { resident: who.residentId, year: who.coverageYear }
  const onCancel = async () => {
    setBusy(true)
    const answer = await call(CancelPayment, { orderNumber })
    setBusy(false)
    if (answer.kind === 'unreached') return setTrouble(outages.unreached[answer.why])
    if (answer.kind === 'refused') return setTrouble(refusalSentence(answer.refusal))
    setTrouble(undefined)
    if (who && answer.reply.state === 'closed') dropPaymentKey(who.residentId, who.coverageYear)
    again()
  }
  return (
    <ResidentPage title={words.title}>
      <WaitingView
        shown={asked.reply}
        busy={busy}
        trouble={trouble}
        onAgain={again}
        onGoOn={address && (() => replace('check', address))}
        onCancel={() => void onCancel()}
        onHome={goHome}
      />
    </ResidentPage>
  )
}
