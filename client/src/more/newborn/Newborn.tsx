import { useState } from 'react'
import type { Place } from '../../api/places'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact } from '../../../../shared/rules/person'
import type { Mistake } from '../../components/ErrorSummary'
import { dropChild, keepChild, keptChild } from '../../device/childKept'
import { go } from '../../navigation'
import { focusField } from '../../pages/focusField'
import { ResidentPage } from '../../pages/ResidentPage'
import { newborn as words } from '../../texts/newborn'
import { BirthView } from './BirthView'
import type { Child, Home } from './childOf'
import { LastingNumber } from './LastingNumber'
import { mistakesOf, type Chosen } from './mistakesOf'
import { Reckoned } from './Reckoned'
import { Register } from './Register'
import type { Registrable } from './registrable'

/** The questions, then the answer. What was answered is kept on this phone for 30 days. */
export function Newborn({ place, today }: { place: Place; today: CivilDay }) {
  const before = keptChild()
  const [chosen, setChosen] = useState<Chosen>({
    born: before?.born ?? '',
    home: before?.home as Home | undefined,
  })
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [child, setChild] = useState<Child>()
  const [way, setWay] = useState<Registrable>()
  const [lasting, setLasting] = useState(false)

  const choose = (so: Chosen) => {
    keepChild(so)
    setChosen(so)
  }
  const next = () => {
    const found = mistakesOf(chosen, today)
    setMistakes(found)
    if (found.length > 0 || !chosen.home) return
    setChild({ born: chosen.born, home: chosen.home, facts: {} })
  }
  const learn = (fact: Fact, known: Child['facts'][Fact]) =>
    setChild((so) => so && { ...so, facts: { ...so.facts, [fact]: known } })
  const again = () => {
    dropChild()
    setChild(undefined)
  }

  if (lasting) return <LastingNumber today={today} onBack={() => setLasting(false)} />
  if (child && way)
    return <Register place={place} today={today} child={child} way={way} onBack={() => setWay(undefined)} />
  if (child)
    return (
      <Reckoned
        place={place}
        today={today}
        child={child}
        onLearn={learn}
        onRegister={setWay}
        onAgain={again}
      />
    )
  return (
    <ResidentPage title={words.title} place={{ name: place.name, onChange: () => go('place', {}) }}>
      <BirthView
        chosen={chosen}
        mistakes={mistakes}
        onChoose={choose}
        onGo={focusField}
        onNext={next}
        onLasting={() => setLasting(true)}
      />
    </ResidentPage>
  )
}
