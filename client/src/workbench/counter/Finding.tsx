import { useEffect, useState } from 'react'
import { FindAtCounter, type AtCounter } from '../../../../shared/contracts/counterPayments'
import { isCivilDay, type CivilDay } from '../../../../shared/rules/civilDay'
import { Button } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { focusField } from '../../pages/focusField'
import { idEcho } from '../../pages/who/idEcho'
import { counter as words } from '../../texts/counter'
import { useStep } from '../useStep'

interface Props {
  year: number
  /** Stays from one person to the next. */
  paidOn: CivilDay
  onDay: (day: CivilDay) => void
  /** `paidOn`: the day for which the sums are. */
  onFound: (person: AtCounter, paidOn: CivilDay) => void
}

const ids = { day: 'counter-day', name: 'counter-name', idNumber: 'counter-id' }

/** Who paid, and when: by the whole name and the whole number. */
export function Finding({ year, paidOn, onDay, onFound }: Props) {
  const [typed, setTyped] = useState({ name: '', idNumber: '' })
  const { trouble, busy, take, say, anew } = useStep()
  useEffect(() => focusField(ids.name), [])

  const find = () => {
    if (!isCivilDay(paidOn)) return say(words.dayWrong)
    if (typed.name.trim() === '') return say(words.nameMissing)
    if (typed.idNumber.trim() === '') return say(words.idMissing)
    take(FindAtCounter, { ...typed, coverageYear: year, paidOn }, words.findRefusals, (person) =>
      onFound(person, paidOn),
    )
  }
  return (
    <Box className="stack stack--wide">
      <Box as="h2" className="h2">
        {words.who}
      </Box>
      <DayField id={ids.day} label={words.day} hint={words.dayHint} day={paidOn} onDay={anew(onDay)} />
      <Field
        id={ids.name}
        label={words.name}
        hint={words.nameHint}
        initial=""
        maxLength={40}
        onType={anew((name) => setTyped({ ...typed, name }))}
        onEnter={() => focusField(ids.idNumber)}
      />
      <Field
        id={ids.idNumber}
        label={words.idNumber}
        hint={words.idHint}
        initial=""
        maxLength={40}
        echo={idEcho(typed.idNumber)}
        onType={anew((idNumber) => setTyped({ ...typed, idNumber }))}
        onEnter={find}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Button text={busy ? words.busy : words.find} onTap={find} />
    </Box>
  )
}
