import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { SchoolList } from '../../../../shared/contracts/schoolList'
import type { Reached } from '../../api/call'
import { refusalSentence } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { school as words } from '../../texts/school'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { chooseList, wholeList } from '../chooseList'
import { saveCsv } from '../saveCsv'
import { useAsking } from '../useAsking'
import { SchoolView } from './SchoolView'

/** 学生名单. */
export default function SchoolPage() {
  return <DeskPage tab="school">{(me) => <School me={me} />}</DeskPage>
}

type List = ReplyOf<typeof SchoolList>

function School({ me }: { me: Me }) {
  const [list, setList] = useState<List>()
  const [saved, setSaved] = useState(false)
  const { trouble, busy, say, ask } = useAsking<readonly string[]>()
  const { coverageYear } = me

  const onChoose = async () => {
    say(undefined)
    setSaved(false)
    // An older browser does not say that somebody chose none: until a file is there, one may choose again.
    const file = await chooseList()
      .then((chosen) => chosen && wholeList(chosen))
      .catch(() => 'unreadable' as const)
    if (file === 'unreadable') say([words.notRead])
    else if (file) ask(SchoolList, { coverageYear, file }, { onDone: setList, troubleOf })
  }
  const onSave = async () => {
    if (list) setSaved(await saveCsv(words.file(coverageYear), list.csv))
  }
  return (
    <SchoolView
      year={coverageYear}
      list={list}
      trouble={trouble}
      busy={busy}
      saved={saved}
      onChoose={() => void onChoose()}
      onSave={() => void onSave()}
    />
  )
}

function troubleOf(answer: Exclude<Reached<typeof SchoolList>, { kind: 'done' }>): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why]]
  const sentences: Readonly<Record<string, string>> = words.refusals
  const { row, column } = answer.details ?? {}
  return [
    sentences[answer.refusal] ?? refusalSentence(answer.refusal),
    ...(typeof row === 'number' && typeof column === 'number' ? [words.spot(row, column)] : []),
  ]
}
