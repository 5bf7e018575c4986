import { useRouter } from '@tarojs/taro'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import { papersNamed } from '../../../../shared/rules/papersNamed'
import { officeOf, useTable, type AskedTable } from '../../api/table'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Row } from '../../components/Row'
import { go } from '../../navigation'
import { callOffice } from '../callOffice'
import { otherCoverAnswers } from '../otherCoverAnswers'
import { towardsPaying } from '../payees'
import { ResidentPage } from '../ResidentPage'
import { Unanswered } from '../Unanswered'
import { residentAndYear } from '../residentAndYear'
import { outages } from '../../texts/outages'
import { result as words } from '../../texts/result'
import { Dispute } from './Dispute'
import { proxyOf } from './proxyOf'
import { resultOf, type ResultShown } from './resultOf'
import { ResultHero, ResultView } from './ResultView'

/** 要付多少: one person, one coverage year. */
export default function ResultPage() {
  const who = residentAndYear(useRouter().params)
  const { asked, again } = useCall(WhatIOwe, who && { ...who, answers: otherCoverAnswers(who) })
  const region = asked.kind === 'done' ? asked.reply.place.region : undefined
  const table = useTable(region, who?.coverageYear)
  useReturn(again)

  if (!who || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={who && asked} absent={outages.notYours} onAgain={again} />
      </ResidentPage>
    )
  }
  const { person, coverageYear, owing, assessment } = asked.reply
  const around = { ...asked.reply, who: words.who(person.name, coverageYear) }
  const shown = assessment ? resultOf({ ...around, assessment }) : proxyOf(around)
  const office = officeOf(table.asked, owing.ask)
  const onChangePlace = () => go('place', {})
  const address = { resident: who.residentId, year: who.coverageYear }
  const policy = { region: asked.reply.place.region, year: coverageYear }
  return (
    <ResidentPage
      title={words.title}
      notices={shown.notices}
      policy={policy}
      top={<ResultHero shown={shown} onChangePlace={onChangePlace} />}
    >
      <ResultView
        shown={shown}
        office={office}
        onWhy={assessment ? () => go('why', address) : undefined}
        onRemind={
          hasLastDay(asked.reply)
            ? () => go('remind', { people: who.residentId, year: coverageYear })
            : undefined
        }
        onAct={() => act(shown, address)}
        onCall={() => callOffice(office)}
        onPolicy={() => go('policy', policy)}
      >
        {asked.reply.recorded && <Dispute who={who} standing={asked.reply.dispute} onSaid={again} />}
        {assessment && wantsProof(asked.reply) && namesPapers(table.asked, asked.reply.today) && (
          <Row first icon="paper" text={words.sendProof} onTap={() => go('proofs', address)} />
        )}
      </ResultView>
    </ResidentPage>
  )
}

/** Somebody who has not paid yet and may, or a newborn. */
const hasLastDay = ({ owing, assessment, order }: ReplyOf<typeof WhatIOwe>): boolean =>
  order?.state !== 'paid' &&
  (owing.deadline !== null ||
    (assessment?.newbornDeadline !== undefined && assessment.newbornDeadline.kind !== 'unstated'))

/** Where a record stops somebody, or something is still to be settled, a paper may settle it. */
const wantsProof = ({ recorded, owing }: ReplyOf<typeof WhatIOwe>): boolean =>
  recorded !== undefined || owing.decision === 'undecided'

const namesPapers = (asked: AskedTable, today: string): boolean =>
  asked.kind === 'table' && papersNamed(asked.table, today).size > 0

function act({ action }: ResultShown, address: { resident: string; year: number }): void {
  switch (action.kind) {
    case 'pay':
      return towardsPaying({ people: [address.resident], others: [], coverageYear: address.year })
    case 'goOn':
      return go('waiting', { order: action.order })
    case 'receipt':
      return go('receipt', { order: action.order })
    default:
      return go('handoff', address)
  }
}
