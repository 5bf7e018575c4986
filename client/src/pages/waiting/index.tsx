import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CancelPayment } from '../../../../shared/contracts/cancelPayment'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { PaymentStatus } from '../../../../shared/contracts/paymentStatus'
import { ResumePayment } from '../../../../shared/contracts/resumePayment'
import { call } from '../../api/call'
import { pay } from '../../api/pay'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { dropPaymentKey } from '../../device/paymentKey'
import { goHome, replace } from '../../navigation'
import { check } from '../../texts/check'
import { outages } from '../../texts/outages'
import { waiting as words } from '../../texts/waiting'
import { towardsPaying } from '../payees'
import { ResidentPage } from '../ResidentPage'
import { refusalSentence, Unanswered } from '../Unanswered'
import { WaitingView } from './WaitingView'

/** Asked again after so many milliseconds, then only by hand: the service itself goes on asking WeChat. */
const pausesMs = [1000, 2000, 3000, 5000, 8000, 13000]

/** 缴费中: asks the service how far the order is, until it says. Can be left, reloaded and opened again. */
export default function WaitingPage() {
  const orderNumber = useRouter().params.order
  const { asked, again } = useCall(PaymentStatus, orderNumber ? { orderNumber } : undefined)
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

  return (
    <ResidentPage title={words.title}>
      {orderNumber && asked.kind === 'done' ? (
        <OneOrder status={asked.reply} again={again} />
      ) : (
        <Unanswered asked={orderNumber ? asked : undefined} onAgain={again} />
      )}
    </ResidentPage>
  )
}

function OneOrder({ status, again }: { status: ReplyOf<typeof PaymentStatus>; again: () => void }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const { orderNumber, coverageYear } = status
  const people = status.people.map(({ residentId }) => residentId)

  const onCancel = async () => {
    setBusy(true)
    const answer = await call(CancelPayment, { orderNumber })
    setBusy(false)
    if (answer.kind === 'unreached') return setTrouble(outages.unreached[answer.why])
    if (answer.kind === 'refused') return setTrouble(refusalSentence(answer.refusal))
    setTrouble(undefined)
    if (answer.reply.state === 'closed') dropPaymentKey(people, coverageYear)
    again()
  }

  const onResume = async () => {
    setBusy(true)
    const answer = await call(ResumePayment, { orderNumber })
    setBusy(false)
    if (answer.kind === 'unreached') return setTrouble(outages.unreached[answer.why])
    if (answer.kind === 'done' && answer.reply.kind === 'wechat')
      return pay(answer.reply.invocation, orderNumber)
    setTrouble(answer.kind === 'refused' ? resumeTrouble[answer.refusal] : undefined)
    again()
  }

  return (
    <WaitingView
      shown={status}
      busy={busy}
      trouble={trouble}
      onAgain={again}
      onResume={() => void onResume()}
      onAnew={() => towardsPaying({ people, others: [], coverageYear }, replace)}
      onCancel={() => void onCancel()}
      onHome={goHome}
    />
  )
}

/** What a closed order says, its own state says better. */
const resumeTrouble: Record<string, string | undefined> = {
  paymentsDown: check.paymentsDown,
  notFound: outages.notFound,
}
