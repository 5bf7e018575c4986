import { useRef, useState } from 'react'
import type { RequestCounterRefund } from '../../../../shared/contracts/requestCounterRefund'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Receipt } from '../../../../shared/contracts/receipt'
import { refundReason, type RefundReason } from '../../../../shared/contracts/refund'
import type { RequestRefund } from '../../../../shared/contracts/requestRefund'
import type { Reached } from '../../api/call'
import { useKeptChoice } from '../../device/useKeptChoice'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { refund as words } from '../../texts/refund'
import { refundOf, type Paid } from './refundOf'
import { RefundView } from './RefundView'

type Answer = Reached<typeof RequestRefund> | Reached<typeof RequestCounterRefund>

interface Props {
  paid: Paid
  residentId: string
  /** What the choice is kept under while the page is left. */
  kept: string
  notices: ReplyOf<typeof Receipt>['notices']
  request: (reason: RefundReason) => Promise<Answer>
  onDone: () => void
}

/** One person, one reason, asked for once. */
export function Applying({ paid, residentId, kept, notices, request, onDone }: Props) {
  const { chosen: reason, choose, drop } = useKeptChoice(`refund:${kept}:${residentId}`, refundReason.options)
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)
  const shown = refundOf(paid, residentId, reason)

  const onApply = async () => {
    if (asking.current) return
    if (!reason) return setTrouble(words.chooseFirst)
    asking.current = true
    setBusy(true)
    const answer = await request(reason)
    asking.current = false
    setBusy(false)
    if (answer.kind === 'done') {
      drop()
      return onDone()
    }
    setTrouble(troubleOf(answer))
  }
  return (
    <ResidentPage title={words.title} notices={notices}>
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

function troubleOf(answer: Exclude<Answer, { kind: 'done' }>): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  switch (answer.refusal) {
    case 'refundExists':
      return words.begun
    case 'noRefund':
      return words.noRefund
    case 'refundUnstated':
      return words.refundUnstated
    case 'notNow':
      return words.beingCorrected
    default:
      return refusalSentence(answer.refusal)
  }
}
