import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import { pay } from '../../api/pay'
import { useCalls } from '../../api/useCalls'
import { useReturn } from '../../api/useReturn'
import { forgetOtherCover, keptOtherCover } from '../../device/answersKept'
import { goHome, replace } from '../../navigation'
import { check as words } from '../../texts/check'
import { result } from '../../texts/result'
import { otherCoverAnswers } from '../otherCoverAnswers'
import { addressOf, including, payeesOf, towardsPaying, without, type Payees } from '../payees'
import { ResidentPage } from '../ResidentPage'
import { Unanswered } from '../Unanswered'
import { checkOf } from './checkOf'
import { CheckView } from './CheckView'
import { NobodyView } from './NobodyView'
import { sortOut, type Paying, type Sorted } from './sortOut'
import { startPaying, type Started } from './startPaying'
import { outdated, troubleOf } from './troubleOf'

/** 核对，再去缴: everybody who is paid for at once. The sums are the service's; this page only says which it showed. */
export default function CheckPage() {
  const address = payeesOf(useRouter().params)
  const [payees, setPayees] = useState(address)
  const household = address && [...address.people, ...address.others]
  const { asked, again } = useCalls(
    WhatIOwe,
    household?.map((id) => requestFor(id, address?.coverageYear)),
  )
  useReturn(again)
  const sorted =
    payees && household && asked.kind === 'answered' ? sortOut(payees, household, asked.answers) : undefined
  const [first] = sorted?.paying ?? []
  if (!payees || !sorted) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked.kind === 'answered' ? undefined : address && asked} onAgain={again} />
      </ResidentPage>
    )
  }
  if (!first) {
    const meant = (residentId: string) => including(payees, residentId)
    return (
      <ResidentPage title={words.title}>
        <NobodyView
          leftOut={sorted.leftOut}
          onAsk={(resident) => replace('ask', { resident, ...addressOf(meant(resident)) })}
          onAdd={(resident) => setPayees(meant(resident))}
          onHome={goHome}
        />
      </ResidentPage>
    )
  }
  return <Checking payees={payees} sorted={sorted} first={first} onPayees={setPayees} onStale={again} />
}

function requestFor(residentId: string, coverageYear = 0) {
  const who = { residentId, coverageYear }
  return { ...who, answers: otherCoverAnswers(who) }
}

interface Props {
  payees: Payees
  sorted: Sorted
  /** One of those who are paid for; the place and the table are the same for all. */
  first: Paying
  onPayees: (payees: Payees) => void
  onStale: () => void
}

function Checking({ payees, sorted, first, onPayees, onStale }: Props) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<readonly string[]>()
  const starting = useRef(false)
  const { paying, leftOut } = sorted
  const { coverageYear } = payees
  const { place, tableHash, notices } = first.owed

  const onPay = async () => {
    if (starting.current) return
    if (paying.some(({ residentId }) => keptOtherCover(residentId, coverageYear) !== 'none'))
      return towardsPaying(payees, replace)
    starting.current = true
    setBusy(true)
    setTrouble(undefined)
    const started = await startPaying(paying, coverageYear, tableHash)
    starting.current = false
    setBusy(false)
    if (started.kind === 'done') return goOn(started.reply)
    const way = wayOn(started)
    if (way) return way()
    setTrouble(troubleOf(started, nameOf))
    if (started.kind === 'refused' && outdated.has(started.refusal)) onStale()
  }

  const goOn = (reply: Extract<Started, { kind: 'done' }>['reply']) => {
    if (reply.kind === 'alreadyPaid') return replace('receipt', { order: reply.orderNumber })
    void pay(reply.invocation, reply.orderNumber)
  }

  /** The caller's own open order holds one of them, perhaps with other people: it is paid or cancelled first. */
  const wayOn = (started: Exclude<Started, { kind: 'done' }>): (() => void) | undefined => {
    if (started.kind !== 'refused') return undefined
    const order = started.details?.orderNumber
    if (started.refusal === 'orderExists' && typeof order === 'string')
      return () => replace('waiting', { order })
    if (started.refusal === 'payElsewhere' && paying.length === 1)
      return () => replace('handoff', { resident: first.residentId, year: coverageYear })
    return undefined
  }

  const nameOf = (residentId: unknown): string =>
    paying.find((person) => person.residentId === residentId)?.owed.person.name ?? words.thisPerson

  const onAsk = (residentId?: string) => {
    const then = residentId === undefined ? payees : including(payees, residentId)
    const one = residentId ?? (paying.length === 1 ? first.residentId : undefined)
    if (one !== undefined) return replace('ask', { resident: one, ...addressOf(then) })
    for (const person of paying) forgetOtherCover(person.residentId, coverageYear)
    towardsPaying(then, replace)
  }

  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(place.name, coverageYear) }}
      notices={notices}
      policy={{ region: place.region, year: coverageYear }}
    >
      <CheckView
        shown={checkOf({ paying, leftOut }, coverageYear)}
        busy={busy}
        trouble={trouble}
        onPay={() => void onPay()}
        onTakeOff={(residentId) => onPayees(without(payees, residentId))}
        onPutBack={(residentId) => onPayees(including(payees, residentId))}
        onAsk={onAsk}
      />
    </ResidentPage>
  )
}
