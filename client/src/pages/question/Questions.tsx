import { useState } from 'react'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact } from '../../../../shared/rules/person'
import { LiveBar } from '../../components/LiveBar'
import { useLetterSize } from '../../device/letterSize'
import { go } from '../../navigation'
import { question as words } from '../../texts/question'
import { result } from '../../texts/result'
import { ResidentPage } from '../ResidentPage'
import { factChoices } from './factChoices'
import { identityChoices } from './identityChoices'
import { FactView, IdentitiesView } from './QuestionView'
import { reckon, type Answers, type Reckoned } from './reckon'
import { Reckoning } from './Reckoning'

/** Above this scale a bar fixed to the bottom would cover too much of the page. */
const fixedUpTo = 1.25

interface Props {
  table: PolicyTable
  today: CivilDay
}

/** One question at a time; they stop as soon as the sum is one number. */
export function Questions({ table, today }: Props) {
  const [answers, setAnswers] = useState<Answers>({ identities: undefined, facts: {} })
  const [asking, setAsking] = useState<Fact>('identities')
  const [chosen, setChosen] = useState<string>()
  const [tooEarly, setTooEarly] = useState(false)
  const [done, setDone] = useState(false)
  const { scale } = useLetterSize()
  const choices = identityChoices(table)
  const options = factChoices(asking, table.coverageYear, today)
  const reckoned = reckon(table, today, choices, answers)
  const number = 1 + Object.keys(answers.facts).length

  const change = (next: Answers) => {
    setAnswers(next)
    setTooEarly(false)
  }
  const choose = (value: string) => {
    const known = options.find((option) => option.value === value)?.known
    setChosen(value)
    change({ ...answers, facts: { ...answers.facts, [asking]: known ?? 'unsure' } })
  }
  const onward = () => {
    const answered = asking === 'identities' ? answers.identities !== undefined : chosen !== undefined
    if (!answered) return setTooEarly(true)
    const [next] = reckoned.toAsk
    if (next === undefined || reckoned.settled) return setDone(true)
    setAsking(next)
    setChosen(undefined)
  }
  const again = () => {
    setAnswers({ identities: undefined, facts: {} })
    setAsking('identities')
    setChosen(undefined)
    setDone(false)
  }

  if (done) return <Reckoning table={table} today={today} assessment={reckoned.assessment} onAgain={again} />
  const common = { number, most: number + reckoned.toAsk.length, tooEarly }
  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(table.place.name, table.coverageYear), onChange: () => go('place', {}) }}
      footer={<Live reckoned={reckoned} answers={answers} fixed={scale <= fixedUpTo} onTap={onward} />}
    >
      {asking === 'identities' ? (
        <IdentitiesView
          {...common}
          choices={choices}
          checked={answers.identities}
          onCheck={(identities) => change({ ...answers, identities })}
        />
      ) : (
        <FactView
          {...common}
          heading={words.facts[asking]}
          choices={options}
          chosen={chosen}
          onChoose={choose}
        />
      )}
    </ResidentPage>
  )
}

interface LiveProps {
  reckoned: Reckoned
  answers: Answers
  fixed: boolean
  onTap: () => void
}

const Live = ({ reckoned, answers, fixed, onTap }: LiveProps) => (
  <LiveBar
    label={words.payNow}
    note={noteOf(reckoned, answers)}
    yuan={reckoned.yuan}
    action={reckoned.settled || reckoned.toAsk.length === 0 ? words.see : words.next}
    fixed={fixed}
    onTap={onTap}
  />
)

function noteOf({ yuan, settled }: Reckoned, { identities }: Answers): string {
  if (identities === undefined && !settled) return words.notYet
  if (yuan === undefined) return words.unstated
  return settled ? words.settled : words.narrowing
}
