import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Identify, type Member } from '../../../../shared/contracts/identify'
import { call, type Reached } from '../../api/call'
import { currentYear, usePlaces } from '../../api/places'
import { chosenOf } from '../../device/keptPlace'
import { heldTyped, holdTyped, letGoOfTyped } from '../../device/typedHeld'
import { go, goBack, goHome, replace } from '../../navigation'
import { focusField } from '../focusField'
import { ResidentPage } from '../ResidentPage'
import { refusalSentence, Unanswered } from '../Unanswered'
import type { Mistake } from '../../components/ErrorSummary'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { who as words } from '../../texts/who'
import { fieldIds, isChild, mistakesOf, type Typed } from './mistakesOf'
import { TakenView } from './TakenView'
import { WhoView } from './WhoView'

const held = 'who'

/** 认一认: who is to be enrolled. What was typed is never stored. */
export default function WhoPage() {
  const { asked, again } = usePlaces()
  const { as, then } = useRouter().params
  const isSelf = as === 'self'
  const [typed, setTyped] = useState<Typed>({
    name: '',
    idNumber: '',
    relation: undefined,
    ...heldTyped<Typed>(held),
    ...(isSelf && { relation: 'self' }),
    consent: undefined,
  })
  const [taken, setTaken] = useState<Member>()
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [trouble, setTrouble] = useState<readonly string[]>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const { places, today } = asked.reply
  const place = chosenOf(places)
  const year = place && currentYear(place)
  if (!place || year === undefined) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={{ kind: 'refused', refusal: 'noPolicy' }} onAgain={goHome} />
      </ResidentPage>
    )
  }

  const onward = ({ residentId }: Member) =>
    then === 'back' ? goBack() : replace('result', { resident: residentId, year })

  const type = (so: Typed) => {
    holdTyped(held, so)
    setTyped(so)
  }

  const next = async () => {
    if (asking.current) return
    const found = mistakesOf(typed, today)
    setMistakes(found)
    setTrouble(undefined)
    if (found.length > 0 || typed.relation === undefined) return
    asking.current = true
    setBusy(true)
    const answer = await call(Identify, {
      region: place.region,
      name: typed.name.trim(),
      idNumber: typed.idNumber,
      relation: typed.relation,
      consent: words.consentVersion,
      guardianConsent: isChild(typed, today) ? typed.consent : undefined,
    })
    asking.current = false
    setBusy(false)
    if (answer.kind === 'done') {
      letGoOfTyped(held)
      const { member, selfTaken } = answer.reply
      return selfTaken ? setTaken(member) : onward(member)
    }
    const heard = mistakeHeard(answer)
    if (heard) setMistakes([heard])
    else setTrouble(troubleOf(answer))
  }

  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(place.name, year), onChange: () => go('place', {}) }}
    >
      {taken ? (
        <TakenView name={taken.name} onGoOn={() => onward(taken)} />
      ) : (
        <WhoView
          typed={typed}
          isSelf={isSelf}
          isChild={isChild(typed, today)}
          mistakes={mistakes}
          trouble={trouble}
          busy={busy}
          onType={type}
          onGo={focusField}
          onNext={() => void next()}
        />
      )}
    </ResidentPage>
  )
}

type NotDone = Exclude<Reached<typeof Identify>, { kind: 'done' }>

/** The service looks at what was typed too; what it finds wrong belongs to the field. */
function mistakeHeard(answer: NotDone): Mistake | undefined {
  if (answer.kind !== 'refused') return undefined
  if (answer.refusal === 'anotherSelf') return { field: fieldIds.relation, text: words.anotherSelf }
  if (answer.refusal === 'guardianNeeded') return { field: fieldIds.consent, text: words.consentMissing }
  if (!(answer.refusal in words.problems)) return undefined
  const text = words.problems[answer.refusal as keyof typeof words.problems]
  return { field: fieldIds.idNumber, text }
}

function troubleOf(answer: NotDone): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why], outages.kept]
  if (answer.refusal === 'notRecognised') return [words.notRecognised, words.notRecognisedTell]
  return [refusalSentence(answer.refusal), outages.kept]
}
