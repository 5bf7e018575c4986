import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { Receipt } from '../../../../shared/contracts/receipt'
import { refundReason } from '../../../../shared/contracts/refund'
import { RequestRefund } from '../../../../shared/contracts/requestRefund'
import { call, type Reached } from '../../api/call'
import { useCall } from '../../api/useCall'
import { useKeptChoice } from '../../device/useKeptChoice'
import { replace } from '../../navigation'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { refund as words } from '../../texts/refund'
import { refundOf } from './refundOf'
import { RefundView } from './RefundView'

/** 申请退费: asks for one person's part of a paid order. */
export default function RefundPage() {
  const { order: orderNumber, resident: residentId } = useRouter().params
  const { asked, again } = useCall(Receipt, orderNumber ? { orderNumber } : undefined)
  const isOn = asked.kind === 'done' && asked.reply.people.some((one) => one.residentId === residentId)
  if (!residentId || asked.kind !== 'done' || !isOn) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={orderNumber && residentId ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  return <Applying paid={asked.reply} residentId={residentId} />
}

function Applying({ paid, residentId }: { paid: ReplyOf<typeof Receipt>; residentId: string }) {
  const orderNumber = paid.number
  const {
    chosen: reason,
    choose,
    drop,
  } = useKeptChoice(`refund:${orderNumber}:${residentId}`, refundReason.options)
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)
  const shown = refundOf(paid, residentId, reason)

  const onApply = async () => {
    if (asking.current) return
    if (!reason) return setTrouble(words.chooseFirst)
    asking.current = true
    setBusy(true)
    const answer = await call(RequestRefund, { orderNumber, residentId, reason })
    asking.current = false
    setBusy(false)
    if (answer.kind === 'done') {
      drop()
      return replace('receipt', { order: orderNumber })
    }
    setTrouble(troubleOf(answer))
  }
  return (
    <ResidentPage title={words.title} notices={paid.notices}>
      {shown && (
        <RefundView
          shown={shown}
          reason={reason}
          trouble={trouble}
          busy={busy}
          onReason={(chosen) => {
            choose(chosen)
            setTrouble(undefined)
          }}
          onApply={() => void onApply()}
          onAsk={() => callOffice(shown.ask)}
        />
      )}
    </ResidentPage>
  )
}

function troubleOf(answer: Exclude<Reached<typeof RequestRefund>, { kind: 'done' }>): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  switch (answer.refusal) {
    case 'refundExists':
      return words.begun
    case 'noRefund':
      return words.noRefund
    case 'refundUnstated':
      return words.refundUnstated
    default:
      return refusalSentence(answer.refusal)
  }
}
