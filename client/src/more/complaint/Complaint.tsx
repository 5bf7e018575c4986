import { useRef, useState } from 'react'
import { complaintTopic, type ComplaintTopic } from '../../../../shared/contracts/complaint'
import { MyComplaints } from '../../../../shared/contracts/myComplaints'
import { SendComplaint } from '../../../../shared/contracts/sendComplaint'
import type { PolicyTable } from '../../../../shared/policy/table'
import { call, type Reached } from '../../api/call'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { dropComplaint, keepComplaint, keptComplaint } from '../../device/complaintKept'
import { newKey } from '../../device/newKey'
import type { PageName } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence } from '../../pages/Unanswered'
import { complaint as words } from '../../texts/complaint'
import { outages } from '../../texts/outages'
import { appVersion } from '../../version'
import { ComplaintView } from './ComplaintView'
import { MineView } from './MineView'
import { goesTo, mineOf } from './complaintOf'

interface Props {
  table: PolicyTable
  /** Where one came from. */
  page: string
  orderNumber?: string
}

/** What is written stays on this phone until it has arrived. */
export function Complaint({ table, page, orderNumber }: Props) {
  const [before] = useState(keptComplaint)
  const [topic, setTopic] = useState(() => complaintTopic.options.find((one) => one === before?.topic))
  const [written, setWritten] = useState(0)
  const [trouble, setTrouble] = useState<string>()
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [text, setText] = useState(before?.text ?? '')
  const key = useRef(newKey())
  const mine = useCall(MyComplaints, {})
  useReturn(mine.again)

  const changed = (chosen: ComplaintTopic | undefined) => {
    keepComplaint({ topic: chosen, text })
    setTrouble(undefined)
    setSent(false)
  }
  const send = async () => {
    if (busy) return
    if (!topic) return setTrouble(words.chooseFirst)
    if (text.trim() === '') return setTrouble(words.writeFirst)
    setBusy(true)
    setTrouble(undefined)
    const answer = await call(SendComplaint, {
      key: key.current,
      topic,
      text,
      region: table.region,
      coverageYear: table.coverageYear,
      page,
      version: appVersion,
      ...(orderNumber === undefined ? {} : { orderNumber }),
    })
    setBusy(false)
    if (answer.kind !== 'done') return setTrouble(troubleOf(answer))
    dropComplaint()
    setText('')
    key.current = newKey()
    setTopic(undefined)
    setWritten(written + 1)
    setSent(true)
    mine.again()
  }
  return (
    <ResidentPage title={words.title} isComplaint>
      <ComplaintView
        key={written}
        topic={topic}
        text={written === 0 ? (before?.text ?? '') : ''}
        goes={topic && goesTo(table, topic)}
        facts={[
          { label: words.fact.page, value: words.pages[page as PageName] ?? page },
          { label: words.fact.place, value: words.where(table.place.name, table.coverageYear) },
          ...(orderNumber === undefined ? [] : [{ label: words.fact.order, value: orderNumber }]),
          { label: words.fact.version, value: appVersion },
        ]}
        trouble={trouble}
        sent={sent}
        busy={busy}
        onTopic={(chosen) => {
          setTopic(chosen)
          changed(chosen)
        }}
        onType={(typed) => {
          setText(typed)
          keepComplaint({ topic, text: typed })
        }}
        onSend={() => void send()}
      />
      {mine.asked.kind === 'done' && <MineView mine={mine.asked.reply.complaints.map(mineOf)} />}
    </ResidentPage>
  )
}

const troubleOf = (answer: Exclude<Reached<typeof SendComplaint>, { kind: 'done' }>): string => {
  if (answer.kind === 'unreached') return `${outages.unreached[answer.why]}${outages.kept}`
  return answer.refusal === 'tooMany' ? words.tooMany : refusalSentence(answer.refusal)
}
