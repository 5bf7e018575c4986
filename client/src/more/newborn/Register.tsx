import { useRef, useState } from 'react'
import { Family } from '../../../../shared/contracts/family'
import { RegisterNewborn } from '../../../../shared/contracts/registerNewborn'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { call, type Reached } from '../../api/call'
import type { Place } from '../../api/places'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import type { Mistake } from '../../components/ErrorSummary'
import { keepOtherCover } from '../../device/answersKept'
import { dropChild } from '../../device/childKept'
import { heldTyped, holdTyped, letGoOfTyped } from '../../device/typedHeld'
import { go, replace } from '../../navigation'
import { focusField } from '../../pages/focusField'
import { addressOf } from '../../pages/payees'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { newborn } from '../../texts/newborn'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { who } from '../../texts/who'
import type { Child } from './childOf'
import { readTyped, type Said, type Typed } from './registerMistakes'
import { RegisterView } from './RegisterView'
import type { Registrable } from './registrable'

const words = newborn.register
const held = 'newborn'

interface Props {
  place: Place
  today: CivilDay
  child: Child
  way: Registrable
  onBack: () => void
}

/** 登记: who registers is known first; then name and number of the child, and a guardian's consent. */
export function Register(props: Props) {
  const { asked, again } = useCall(Family, {})
  useReturn(again)
  const { place, way } = props
  const title = words.title
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const knowsSelf = asked.reply.members.some(({ relation }) => relation === 'self')
  return (
    <ResidentPage title={title} place={{ name: result.where(place.name, way.coverageYear) }}>
      {knowsSelf ? (
        <Form {...props} />
      ) : (
        <>
          <Box as="h1" className="h1">
            {words.heading}
          </Box>
          <Empty title={words.selfFirst} text={words.selfFirstText}>
            <Button text={words.selfButton} onTap={() => go('who', { as: 'self', then: 'back' })} />
          </Empty>
        </>
      )}
    </ResidentPage>
  )
}

function Form({ today, child, way, onBack }: Props) {
  const [typed, setTyped] = useState<Typed>({
    name: '',
    number: '',
    sex: undefined,
    ...heldTyped<Typed>(held),
    consent: undefined,
  })
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [trouble, setTrouble] = useState<readonly string[]>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  const type = (so: Typed) => {
    holdTyped(held, so)
    setTyped(so)
  }

  const next = async () => {
    if (asking.current) return
    const read = readTyped(typed, child, today)
    setMistakes('mistakes' in read ? read.mistakes : [])
    setTrouble(undefined)
    if ('mistakes' in read) return
    asking.current = true
    setBusy(true)
    const answer = await call(RegisterNewborn, requestFor(child, way, read.said))
    asking.current = false
    setBusy(false)
    if (answer.kind !== 'done') return setTrouble(troubleOf(answer))
    const { residentId } = answer.reply.member
    keepOtherCover(residentId, way.coverageYear, 'none')
    dropChild()
    letGoOfTyped(held)
    replace('check', addressOf({ people: [residentId], others: [], coverageYear: way.coverageYear }))
  }

  return (
    <RegisterView
      way={way}
      child={child}
      today={today}
      typed={typed}
      mistakes={mistakes}
      trouble={trouble}
      busy={busy}
      onType={type}
      onGo={focusField}
      onNext={() => void next()}
      onBack={onBack}
    />
  )
}

function requestFor(
  { born, home, facts }: Child,
  { region, coverageYear, couldNotEnrollInBirthYear }: Registrable,
  said: Said,
) {
  const told = facts.parentInsured
  const parentInsured = told === 'unsure' ? undefined : told?.parentInsured
  const residence = home === 'notYet' ? ('hukou' as const) : home
  return {
    region,
    coverageYear,
    child: {
      ...said.child,
      born,
      residence,
      couldNotEnrollInBirthYear,
      ...(parentInsured === undefined ? {} : { parentInsured }),
    },
    guardianConsent: said.consent,
  }
}

function troubleOf(answer: Exclude<Reached<typeof RegisterNewborn>, { kind: 'done' }>): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why], outages.kept]
  const { refusal } = answer
  if (refusal in words.refused) return [words.refused[refusal as keyof typeof words.refused]]
  if (refusal in who.problems) return [who.problems[refusal as keyof typeof who.problems]]
  if (refusal === 'certificateLength' || refusal === 'certificateForm') return [words[refusal]]
  return refusal === 'guardianUnknown' ? [words.selfFirst] : [refusalSentence(refusal)]
}
