import { useState } from 'react'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact } from '../../../../shared/rules/person'
import { currentYear, type Place } from '../../api/places'
import { officeOf, useTable, type AskedTable } from '../../api/table'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { go } from '../../navigation'
import { callOffice } from '../../pages/callOffice'
import { factChoices } from '../../pages/question/factChoices'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { common } from '../../texts/common'
import { newborn as words } from '../../texts/newborn'
import { question } from '../../texts/question'
import { result } from '../../texts/result'
import { askable, type Child } from './childOf'
import { newbornOf, yearsFor } from './newbornOf'
import { NewbornHero } from './NewbornHero'
import { NewbornView } from './NewbornView'
import type { Registrable } from './registrable'
import { openFacts, waysOf } from './waysOf'

interface Props {
  place: Place
  today: CivilDay
  child: Child
  onLearn: (fact: Fact, known: Child['facts'][Fact]) => void
  onRegister: (way: Registrable) => void
  onAgain: () => void
}

/** The tables of the birth year and of the next, where there are any, and what they say of this child. */
export function Reckoned({ place, child, ...rest }: Props) {
  const years = yearsFor(child.born)
  const has = (year: number) => place.years.some(({ coverageYear }) => coverageYear === year)
  const [first, second] = years
  const asked = [
    useTable(place.region, has(first) ? first : undefined),
    useTable(place.region, has(second) ? second : undefined),
  ].filter((_, index) => has(years[index] ?? 0))
  const latest = useTable(place.region, currentYear(place))
  const unanswered = asked.find((one) => one.asked.kind !== 'table')
  if (unanswered) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={notTable(unanswered.asked)} onAgain={unanswered.again} />
      </ResidentPage>
    )
  }
  const tables = asked.flatMap((one) => (one.asked.kind === 'table' ? [one.asked.table] : []))
  return <Known {...rest} place={place} child={child} tables={tables} latest={latest.asked} />
}

const notTable = (asked: AskedTable): Exclude<AskedTable, { kind: 'table' }> =>
  asked.kind === 'table' ? { kind: 'asking' } : asked

type KnownProps = Props & { tables: readonly PolicyTable[]; latest: AskedTable }

function Known({ place, today, child, tables, latest, onLearn, onRegister, onAgain }: KnownProps) {
  const open = openFacts(waysOf(tables, child, today))
  const toAsk = askable.find((fact) => open.includes(fact) && !(fact in child.facts))
  if (toAsk) {
    return (
      <ResidentPage title={words.title} place={{ name: place.name }}>
        <OneMore key={toAsk} fact={toAsk} year={yearsFor(child.born)[0]} today={today} onLearn={onLearn} />
      </ResidentPage>
    )
  }
  const shown = newbornOf(child, tables, today)
  const office = shown.office ?? officeOf(latest)
  const where = shown.year === undefined ? place.name : result.where(place.name, shown.year)
  return (
    <ResidentPage
      title={words.title}
      notices={shown.notices}
      top={
        <NewbornHero where={where} who={shown.who} shown={shown.hero} onChangePlace={() => go('place', {})} />
      }
    >
      <NewbornView
        shown={{ ...shown, office }}
        onCall={() => callOffice(office)}
        onRegister={onRegister}
        onAgain={onAgain}
      />
    </ResidentPage>
  )
}

interface OneMoreProps {
  fact: Fact
  year: number
  today: CivilDay
  onLearn: Props['onLearn']
}

/** A fact that a notice makes a difference by. */
function OneMore({ fact, year, today, onLearn }: OneMoreProps) {
  const [chosen, setChosen] = useState<string>()
  const [tooEarly, setTooEarly] = useState(false)
  const choices = factChoices(fact, year, today)
  const next = () => {
    if (chosen === undefined) return setTooEarly(true)
    onLearn(fact, choices.find(({ value }) => value === chosen)?.known ?? 'unsure')
  }
  return (
    <Box className="stack stack--wide">
      <Box as="p" className="muted">
        {words.another}
      </Box>
      <Box as="h1" className="h1">
        {question.facts[fact]}
      </Box>
      <RadioCards
        label={question.facts[fact]}
        choices={[...choices, { value: 'unsure', text: common.unsure }]}
        chosen={chosen}
        onChoose={setChosen}
      />
      {tooEarly && <Notice tone="stop" icon="warn" lines={[question.chooseFirst]} announced />}
      <Button text={common.next} onTap={next} />
    </Box>
  )
}
