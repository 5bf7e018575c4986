import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import { pay } from '../../api/pay'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { keptOtherCover } from '../../device/answersKept'
import { replace } from '../../navigation'
import { statedOnly } from '../../texts/answers'
import { check as words } from '../../texts/check'
import { sum, sumInline, yuan } from '../../texts/figures'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { ResidentPage } from '../ResidentPage'
import { residentAndYear } from '../residentAndYear'
import { coverOf } from '../result/factsOf'
import { refusalSentence, Unanswered } from '../Unanswered'
import { CheckView, type CheckShown } from './CheckView'
import { startPaying, type Started } from './startPaying'

type Owed = ReplyOf<typeof WhatIOwe>

/** 核对，再去缴. The sum is the service's; this page only says which sum it showed. */
export default function CheckPage() {
  const who = residentAndYear(useRouter().params)
  const { asked, again } = useCall(WhatIOwe, who && { ...who, answers: { otherCover: 'none' } })
  useReturn(again)
  const dueFen = asked.kind === 'done' ? payable(asked.reply) : undefined
  if (!who || asked.kind !== 'done' || dueFen === undefined) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={who && asked} ended={words.refused} onAgain={again} />
      </ResidentPage>
    )
  }
  return <Checking residentId={who.residentId} owed={asked.reply} dueFen={dueFen} onStale={again} />
}

/** What may be paid here; undefined where there is no such sum. */
function payable({ assessment }: Owed): number | undefined {
  const due = statedOnly(assessment.due)
  return assessment.decision === 'mayEnroll' && due !== undefined && due > 0 ? due : undefined
}

interface Props {
  residentId: string
  owed: Owed
  dueFen: number
  onStale: () => void
}

function Checking({ residentId, owed, dueFen, onStale }: Props) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<readonly string[]>()
  const paying = useRef(false)
  const address = { resident: residentId, year: owed.coverageYear }

  const onPay = async () => {
    if (paying.current) return
    if (keptOtherCover(residentId, owed.coverageYear) !== 'none') return replace('ask', address)
    paying.current = true
    setBusy(true)
    setTrouble(undefined)
    const started = await startPaying(residentId, owed, dueFen)
    paying.current = false
    setBusy(false)
    if (started.kind === 'done') return goOn(started.reply)
    const way = wayOn(started)
    if (way) return way()
    setTrouble(troubleOf(started))
    if (started.kind === 'refused' && outdated.has(started.refusal)) onStale()
  }

  const goOn = (reply: Extract<Started, { kind: 'done' }>['reply']) => {
    if (reply.kind === 'alreadyPaid') return replace('receipt', { order: reply.orderNumber })
    void pay(reply.invocation, { order: reply.orderNumber, ...address })
  }

  const wayOn = (started: Exclude<Started, { kind: 'done' }>): (() => void) | undefined => {
    if (started.kind !== 'refused') return undefined
    const order = started.details?.orderNumber
    if (started.refusal === 'orderExists' && typeof order === 'string') {
      return () => replace('waiting', { order, ...address })
    }
    if (started.refusal === 'payElsewhere') return () => replace('handoff', address)
    return undefined
  }

  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(owed.place.name, owed.coverageYear) }}
      notices={owed.notices}
    >
      <CheckView
        shown={shownOf(residentId, owed, dueFen)}
        busy={busy}
        trouble={trouble}
        onPay={() => void onPay()}
        onChangeOtherCover={() => replace('ask', address)}
      />
    </ResidentPage>
  )
}

const shownOf = (residentId: string, owed: Owed, dueFen: number): CheckShown => ({
  person: {
    key: residentId,
    name: owed.person.name,
    maskedId: owed.person.maskedId,
    value: sum(dueFen),
  },
  total: sum(dueFen),
  yuan: yuan(dueFen),
  year: owed.coverageYear,
  cover: coverOf(owed.assessment),
})

/** The service sees another account than this page: it is fetched again, and where nothing can be paid the button goes. */
const outdated = new Set(['priceChanged', 'mayNotEnroll', 'amountNotStated', 'nothingDue'])

/** One clear sentence for each way a payment may not begin. Nothing has been paid in any of them. */
function troubleOf(started: Exclude<Started, { kind: 'done' }>): readonly string[] {
  if (started.kind === 'unreached') return [outages.unreached[started.why], words.tryAgain]
  switch (started.refusal) {
    case 'priceChanged': {
      const fen = started.details?.fen
      return typeof fen === 'number'
        ? [words.priceChanged(sumInline(fen)), words.priceChangedTell]
        : [words.priceChangedTell]
    }
    case 'orderExists':
      return [words.orderElsewhere]
    case 'paymentsDown':
      return [words.paymentsDown]
    case 'dayEnding':
      return [words.dayEnding]
    case 'severalPlaces':
      return [words.severalPlaces]
    case 'mayNotEnroll':
    case 'amountNotStated':
    case 'nothingDue':
      return [words.refused]
    case 'orderClosed':
    case 'keyReused':
      return [words.tryAgain]
    default:
      return [refusalSentence(started.refusal)]
  }
}
