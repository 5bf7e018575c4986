import { useState } from 'react'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact } from '../../../../shared/rules/person'
import { LiveBar } from '../../components/LiveBar'
import { useLetterSize } from '../../device/letterSize'
import { dropQuestion, keepQuestion, keptQuestion, type QuestionKept } from '../../device/questionKept'
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

const nothingYet: QuestionKept = { identities: undefined, chosen: {}, asking: 'identities', done: false }

/** One question at a time; they stop as soon as the sum is one number. */
export function Questions({ table, today }: Props) {
  const { region, coverageYear } = table
  const [answered, setAnswered] = useState(() => keptQuestion(region, coverageYear) ?? nothingYet)
  const [tooEarly, setTooEarly] = useState(false)
  const { scale } = useLetterSize()
  const choices = identityChoices(table)
  const { asking, done } = answered
  const chosen = answered.chosen[asking]
  const answers = answersOf(answered, coverageYear, today)
  const options = factChoices(asking, coverageYear, today)
  const reckoned = reckon(table, today, choices, answers)
  const number = 1 + Object.keys(answers.facts).length

  const change = (next: QuestionKept) => {
    keepQuestion(region, coverageYear, next)
    setAnswered(next)
    setTooEarly(false)
  }
  const choose = (value: string) => change({ ...answered, chosen: { ...answered.chosen, [asking]: value } })
  const onward = () => {
    const isAnswered = asking === 'identities' ? answered.identities !== undefined : chosen !== undefined
    if (!isAnswered) return setTooEarly(true)
    const [next] = reckoned.toAsk
    change(
      next === undefined || reckoned.settled ? { ...answered, done: true } : { ...answered, asking: next },
    )
  }
  const again = () => {
    dropQuestion(region, coverageYear)
    setAnswered(nothingYet)
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
          onCheck={(identities) => change({ ...answered, identities })}
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

/** A choice that the table does not offer is as good as “not sure”. */
function answersOf({ identities, chosen }: QuestionKept, year: number, today: CivilDay): Answers {
  const facts = Object.entries(chosen).map(([fact, value]) => [
    fact,
    factChoices(fact as Fact, year, today).find((option) => option.value === value)?.known ?? 'unsure',
  ])
  return { identities, facts: Object.fromEntries(facts) as Answers['facts'] }
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
