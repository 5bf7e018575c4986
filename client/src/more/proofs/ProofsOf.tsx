import Taro from '@tarojs/taro'
import { useState } from 'react'
import { MyProofs } from '../../../../shared/contracts/myProofs'
import { WithdrawProof } from '../../../../shared/contracts/withdrawProof'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { papersNamed } from '../../../../shared/rules/papersNamed'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { proofOf } from '../../texts/proofs'
import { sentProofs as words } from '../../texts/sentProofs'
import { SendView } from './SendView'
import { SentList } from './SentList'
import { sentOf, type SentShown } from './sentOf'
import { useSending } from './useSending'

interface Props {
  member: { residentId: string; name: string }
  table: PolicyTable
  today: CivilDay
  /** The paper one came for. */
  asked?: string
}

/** One person's papers: what was sent and how far it is, and one more. */
export function ProofsOf({ member: { residentId, name }, table, today, asked }: Props) {
  const { coverageYear, region, place, offices, ask } = table
  const mine = useCall(MyProofs, { residentId, coverageYear })
  const named = [...papersNamed(table, today)]
  const only = named.length === 1 ? named[0] : undefined
  const [paper, setPaper] = useState(named.find((code) => code === asked) ?? only)
  const [repeated, setRepeated] = useState<SentShown>()
  const [arrived, setArrived] = useState(false)
  const replaces = repeated?.key
  const sending = useSending({ residentId, coverageYear, paper, ...(replaces && { replaces }) }, () => {
    setRepeated(undefined)
    setArrived(true)
    mine.again()
  })
  if (mine.asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={mine.asked} onAgain={mine.again} />
      </ResidentPage>
    )
  }
  const sent = mine.asked.reply.proofs.map(sentOf)
  const begin = (choose: () => void) => {
    setArrived(false)
    choose()
  }
  return (
    <ResidentPage title={words.title} policy={{ region, year: coverageYear }}>
      <Box as="h1" className="h1">
        {words.heading(name)}
      </Box>
      <Box as="p" className="muted under">
        {words.where(place.name, coverageYear)}
      </Box>
      {sent.length > 0 && (
        <SentList
          sent={sent}
          onRepeat={(one) => {
            setPaper(one.paper)
            setRepeated(one)
          }}
          onWithdraw={(one) => void withdraw(one).then((done) => done && mine.again())}
        />
      )}
      <SendView
        papers={named.map((code) => choiceOf(code, coverageYear))}
        paper={paper}
        repeated={repeated?.name}
        arrived={arrived}
        sending={sending}
        office={offices[ask]}
        onPaper={setPaper}
        onChoose={(source) => begin(() => sending.choose(source))}
        onCall={() => callOffice(offices[ask])}
      />
    </ResidentPage>
  )
}

const choiceOf = (code: string, year: number) => {
  const { name, proves } = proofOf(code, year)
  return { value: code, text: name, hint: proves }
}

/** Asks first: it cannot be undone. True where the list is to be read anew. */
async function withdraw({ key }: SentShown): Promise<boolean> {
  const { confirm } = await Taro.showModal({ content: words.withdrawAsk })
  if (!confirm) return false
  const answer = await call(WithdrawProof, { proofId: key })
  if (answer.kind === 'done') return true
  const content =
    answer.kind === 'unreached'
      ? outages.unreached[answer.why]
      : answer.refusal === 'decided'
        ? words.decided
        : refusalSentence(answer.refusal)
  await Taro.showModal({ content, showCancel: false })
  return true
}
