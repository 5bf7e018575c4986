import { useState } from 'react'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { OtherCoverAnswer } from '../../device/answersKept'
import { dropElsewhere, keepElsewhere, keptElsewhere } from '../../device/elsewhereKept'
import { Hero } from '../../components/Hero'
import { go } from '../../navigation'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { elsewhere as words } from '../../texts/elsewhere'
import { result } from '../../texts/result'
import { vocabulary } from '../../texts/vocabulary'
import { answerOf, type Asked } from './answerOf'
import { AnswerView } from './AnswerView'
import { QuestionView } from './QuestionView'

interface Props {
  table: PolicyTable
  today: CivilDay
}

const residences = [
  ...Object.entries(vocabulary.residence).map(([value, { name, gloss }]) => ({
    value,
    ...(words.residences[value] ?? { text: name, hint: gloss }),
  })),
  { value: 'unsure', ...words.unsure },
]

const covers = (Object.keys(words.covers) as OtherCoverAnswer[]).map((value) => ({
  value,
  ...words.covers[value],
}))

/** Two questions, one page each, then the answer. What was answered is kept on this phone for 30 days. */
export function Elsewhere({ table, today }: Props) {
  const before = keptElsewhere()
  const [residence, setResidence] = useState(before?.residence)
  const [cover, setCover] = useState(before?.cover as OtherCoverAnswer | undefined)
  const [asking, setAsking] = useState<'residence' | 'cover' | 'nothing'>('residence')
  const again = () => {
    dropElsewhere()
    setResidence(undefined)
    setCover(undefined)
    setAsking('residence')
  }
  const chooseResidence = (known: string) => {
    keepElsewhere({ residence: known, cover })
    setResidence(known)
  }
  const chooseCover = (known: OtherCoverAnswer) => {
    keepElsewhere({ residence, cover: known })
    setCover(known)
  }

  if (asking === 'nothing' && residence && cover) {
    return <Answered table={table} today={today} asked={{ residence, cover }} onAgain={again} />
  }
  const place = {
    name: result.where(table.place.name, table.coverageYear),
    onChange: () => go('place', {}),
  }
  return (
    <ResidentPage title={words.title} place={place}>
      {asking === 'residence' ? (
        <QuestionView
          key="residence"
          number={1}
          heading={words.hukou}
          hint={words.hukouHint}
          choices={residences}
          chosen={residence}
          next={words.next}
          onChoose={chooseResidence}
          onNext={() => setAsking('cover')}
        />
      ) : (
        <QuestionView
          key="cover"
          number={2}
          heading={words.cover}
          hint={words.coverHint}
          choices={covers}
          chosen={cover}
          next={words.see}
          onChoose={chooseCover}
          onNext={() => setAsking('nothing')}
        />
      )}
    </ResidentPage>
  )
}

function Answered({ table, today, asked, onAgain }: Props & { asked: Asked; onAgain: () => void }) {
  const shown = answerOf(table, asked, today)
  return (
    <ResidentPage
      title={words.title}
      notices={shown.notices}
      policy={{ region: table.region, year: table.coverageYear }}
      top={
        <Hero
          where={result.where(table.place.name, table.coverageYear)}
          onChangePlace={() => go('place', {})}
          who={words.who(table.coverageYear)}
          shown={shown.hero}
        />
      }
    >
      <AnswerView
        shown={shown}
        onCall={callOffice}
        onAgain={onAgain}
        onSend={() => go('proofs', { region: table.region, year: table.coverageYear })}
      />
    </ResidentPage>
  )
}
