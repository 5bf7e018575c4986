import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { ReportPaidElsewhere } from '../../../../shared/contracts/reportPaidElsewhere'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { PolicyTable } from '../../../../shared/policy/table'
import { call, type Reached } from '../../api/call'
import { useTable } from '../../api/table'
import { useCall } from '../../api/useCall'
import { Basis } from '../../components/Basis'
import { useKeptChoice } from '../../device/useKeptChoice'
import { go } from '../../navigation'
import { handoff as words } from '../../texts/handoff'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { otherCoverAnswers } from '../../pages/otherCoverAnswers'
import { ResidentPage } from '../../pages/ResidentPage'
import { residentAndYear } from '../../pages/residentAndYear'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { asText, handoffOf } from './handoffOf'
import { HandoffView } from './HandoffView'

/** 去官方渠道缴: where the notice does not list WeChat, or the person must go to a counter. */
export default function HandoffPage() {
  const who = residentAndYear(useRouter().params)
  const { asked, again } = useCall(WhatIOwe, who && { ...who, answers: otherCoverAnswers(who) })
  const region = asked.kind === 'done' ? asked.reply.place.region : undefined
  const table = useTable(region, who?.coverageYear)
  if (!who || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={who && asked} absent={outages.notYours} onAgain={again} />
      </ResidentPage>
    )
  }
  return (
    <Leading
      residentId={who.residentId}
      owed={asked.reply}
      table={table.asked.kind === 'table' ? table.asked.table : undefined}
    />
  )
}

interface Props {
  residentId: string
  owed: ReplyOf<typeof WhatIOwe>
  table?: PolicyTable
}

function Leading({ residentId, owed, table }: Props) {
  const [copied, setCopied] = useState(false)
  const [awaitingTax, setAwaitingTax] = useState(owed.awaitingTax)
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const reporting = useRef(false)
  const shown = handoffOf(owed, table)
  const {
    chosen: channel,
    choose,
    drop,
  } = useKeptChoice(
    `channel:${residentId}:${owed.coverageYear}`,
    shown.channelChoices.map(({ value }) => value),
  )
  const policy = { region: owed.place.region, year: owed.coverageYear }

  const onPaid = async () => {
    if (reporting.current) return
    if (!channel) return setTrouble(words.chooseFirst)
    reporting.current = true
    setBusy(true)
    const answer = await call(ReportPaidElsewhere, { residentId, coverageYear: owed.coverageYear, channel })
    reporting.current = false
    setBusy(false)
    setTrouble(answer.kind === 'done' ? undefined : troubleOf(answer))
    if (answer.kind !== 'done') return
    drop()
    setAwaitingTax(true)
  }
  const onCopy = () =>
    void Taro.setClipboardData({ data: asText(shown) }).then(
      () => setCopied(true),
      () => setCopied(false),
    )

  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(owed.place.name, owed.coverageYear), onChange: () => go('place', {}) }}
      notices={owed.notices}
      policy={policy}
    >
      <HandoffView
        shown={shown}
        copied={copied}
        channel={channel}
        awaitingTax={awaitingTax}
        busy={busy}
        trouble={trouble}
        onCopy={onCopy}
        onChannel={(chosen) => {
          choose(chosen)
          setTrouble(undefined)
        }}
        onPaid={() => void onPaid()}
      />
      <Basis notices={owed.notices} onPolicy={() => go('policy', policy)} />
    </ResidentPage>
  )
}

function troubleOf(answer: Exclude<Reached<typeof ReportPaidElsewhere>, { kind: 'done' }>): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  if (answer.refusal === 'alreadyPaid') return words.alreadyPaid
  if (answer.refusal === 'unknownChannel') return words.unknownChannel
  return refusalSentence(answer.refusal)
}
