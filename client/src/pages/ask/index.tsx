import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { officeOf, useTable, type AskedTable } from '../../api/table'
import { useCall } from '../../api/useCall'
import {
  forgetOtherCover,
  keepOtherCover,
  keptOtherCover,
  type OtherCoverAnswer,
} from '../../device/answersKept'
import { go, goHome, replace } from '../../navigation'
import { ask as words } from '../../texts/ask'
import { sumInline } from '../../texts/figures'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { callOffice } from '../callOffice'
import { payeesOf, towardsPaying, without, type Payees } from '../payees'
import { ResidentPage } from '../ResidentPage'
import { residentAndYear } from '../residentAndYear'
import { Unanswered } from '../Unanswered'
import { AskView } from './AskView'
import { refundOf, stopSource } from './refundOf'
import { StopView } from './StopView'
import { UnsureView } from './UnsureView'

type Who = { residentId: string; coverageYear: number }

/** 缴费前问一句: stops the second payment before it is made. */
export default function AskPage() {
  const { params } = useRouter()
  const who = residentAndYear(params)
  const { asked, again } = useCall(WhatIOwe, who && { ...who, answers: { otherCover: 'none' } })
  const region = asked.kind === 'done' ? asked.reply.place.region : undefined
  const table = useTable(region, who?.coverageYear)
  if (!who || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={who && asked} absent={outages.notYours} onAgain={again} />
      </ResidentPage>
    )
  }
  const alone = { people: [who.residentId], others: [], coverageYear: who.coverageYear }
  return <Asking who={who} payees={payeesOf(params) ?? alone} owed={asked.reply} table={table.asked} />
}

interface AskingProps {
  who: Who
  /** Who is paid for once all are asked. */
  payees: Payees
  owed: ReplyOf<typeof WhatIOwe>
  table: AskedTable
}

function Asking({ who, payees, owed, table }: AskingProps) {
  const [chosen, setChosen] = useState(() => keptOtherCover(who.residentId, who.coverageYear))
  const [tooEarly, setTooEarly] = useState(false)
  const [stage, setStage] = useState<'question' | 'stop' | 'unsure'>('question')
  const office = officeOf(table, owed.owing.ask)
  const place = { name: result.where(owed.place.name, owed.coverageYear) }
  const policy = { region: owed.place.region, year: owed.coverageYear }
  const rest = without(payees, who.residentId)
  const withOthers = rest.people.length > 0 || rest.others.length > 1

  const next = () => {
    if (!chosen) return setTooEarly(true)
    keepOtherCover(who.residentId, who.coverageYear, chosen)
    // With several, each question makes way for the next: back leads out, not through all of them.
    if (chosen === 'none') return towardsPaying(payees, withOthers ? replace : go)
    setStage(chosen === 'unsure' ? 'unsure' : 'stop')
  }
  const leaveOut = () => (rest.people.length > 0 ? towardsPaying(rest, replace) : goHome())
  const back = () => {
    forgetOtherCover(who.residentId, who.coverageYear)
    setChosen(undefined)
    setStage('question')
  }

  if (stage === 'stop' && chosen) {
    return (
      <ResidentPage title={words.stopTitle} place={place} notices={owed.notices} policy={policy}>
        <Stopped
          answer={chosen}
          owed={owed}
          table={table}
          goesOn={rest.people.length > 0}
          onFine={leaveOut}
          onBack={back}
        />
      </ResidentPage>
    )
  }
  return (
    <ResidentPage title={words.title} place={place} notices={owed.notices} policy={policy}>
      {stage === 'unsure' ? (
        <UnsureView
          office={office}
          onCall={() => callOffice(office)}
          onBack={back}
          onGoOn={rest.people.length > 0 ? leaveOut : undefined}
        />
      ) : (
        <AskView
          name={owed.person.name}
          chosen={chosen}
          tooEarly={tooEarly}
          onChoose={(answer) => {
            setChosen(answer)
            setTooEarly(false)
          }}
          onNext={next}
          onElsewhere={() => go('elsewhere', { region: owed.place.region, year: owed.coverageYear })}
        />
      )}
    </ResidentPage>
  )
}

interface StoppedProps extends Omit<AskingProps, 'payees' | 'who'> {
  answer: OtherCoverAnswer
  /** Somebody else is left to be paid for. */
  goesOn: boolean
  onFine: () => void
  onBack: () => void
}

/** The clause that says no is the table's own. */
function Stopped({ answer, owed, table, goesOn, onFine, onBack }: StoppedProps) {
  const office = officeOf(table, owed.owing.ask)
  const { dueFen } = owed.owing
  const text =
    answer === 'employee' ? words.stopEmployee(owed.person.name) : words.stopElsewhere(owed.person.name)
  return (
    <StopView
      sum={dueFen === null ? undefined : sumInline(dueFen)}
      text={text}
      source={table.kind === 'table' ? stopSource(table.table, answer) : undefined}
      refund={table.kind === 'table' ? refundOf(table.table) : []}
      office={office}
      fine={goesOn ? words.fineGoOn : words.fine}
      onFine={onFine}
      onNotTrue={onBack}
      onCall={() => callOffice(office)}
    />
  )
}
