import { useRef, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { Family } from '../../../../shared/contracts/family'
import { GiveIdNumber } from '../../../../shared/contracts/giveIdNumber'
import { readIdNumber } from '../../../../shared/identity/idNumber'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { call, type Reached } from '../../api/call'
import { useCall } from '../../api/useCall'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { newborn } from '../../texts/newborn'
import { outages } from '../../texts/outages'
import { who } from '../../texts/who'
import { LastingNumberView } from './LastingNumberView'

const words = newborn.lasting

type Member = ReplyOf<typeof Family>['members'][number]

/** Known by a birth certificate, whose number begins with a letter; and no proxy asks. */
const mayBeGiven = ({ maskedId, knowsWhy }: Member): boolean => knowsWhy && /^[A-Z]/.test(maskedId)

/** 补身份证号: for the children of the family that were registered by their birth certificates. */
export function LastingNumber({ today, onBack }: { today: CivilDay; onBack: () => void }) {
  const { asked, again } = useCall(Family, {})
  const [done, setDone] = useState<string>()
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const [child] = asked.reply.members.filter(mayBeGiven)
  return (
    <ResidentPage title={words.title}>
      {done !== undefined && (
        <Box className="errs-room">
          <Notice tone="ok" icon="tick" lines={[words.done(done), words.doneText]} announced />
        </Box>
      )}
      {child ? (
        <Form
          key={child.residentId}
          child={child}
          today={today}
          onDone={() => {
            setDone(child.name)
            again()
          }}
        />
      ) : (
        <>
          <Box as="h1" className="h1">
            {words.title}
          </Box>
          <Empty title={words.nobody} text={words.nobodyText}>
            <SecondButton text={words.back} onTap={onBack} />
          </Empty>
        </>
      )}
    </ResidentPage>
  )
}

function Form({ child, today, onDone }: { child: Member; today: CivilDay; onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const [trouble, setTrouble] = useState<readonly string[]>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  const next = async () => {
    if (asking.current) return
    const read = readIdNumber(typed, today)
    setMistake(read.kind === 'wrong' ? who.problems[read.problem] : undefined)
    setTrouble(undefined)
    if (read.kind === 'wrong') return
    asking.current = true
    setBusy(true)
    const answer = await call(GiveIdNumber, { residentId: child.residentId, idNumber: read.id.number })
    asking.current = false
    setBusy(false)
    if (answer.kind === 'done') onDone()
    else setTrouble(troubleOf(answer))
  }

  return (
    <LastingNumberView
      name={child.name}
      maskedId={child.maskedId}
      typed={typed}
      mistake={mistake}
      trouble={trouble}
      busy={busy}
      onType={setTyped}
      onNext={() => void next()}
    />
  )
}

function troubleOf(answer: Exclude<Reached<typeof GiveIdNumber>, { kind: 'done' }>): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why], outages.kept]
  const { refusal } = answer
  if (refusal in words.refused) return words.refused[refusal as keyof typeof words.refused]
  return [refusalSentence(refusal)]
}
