import { useState } from 'react'
import { FindPerson } from '../../../../shared/contracts/person'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { go } from '../../navigation'
import { focusField } from '../../pages/focusField'
import { person } from '../../texts/person'
import { useHere } from '../useHere'
import { useStep } from '../useStep'
import { PersonTabs } from './PersonTabs'

const { find: words } = person

const ids = { name: 'name', number: 'number' }

/** By name and full number, exactly: nobody is found by half of one. */
export function Find() {
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const { trouble, busy, take, say, anew } = useStep()
  const here = useHere()
  const find = () => {
    if (name.trim() === '' || idNumber.trim() === '') return say(words.nameFirst)
    take(FindPerson, { name, idNumber }, words.refusals, ({ residentId }) => {
      if (here.current) go('person', { resident: residentId })
    })
  }
  return (
    <Box className="desk__narrow stack">
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <PersonTabs on="find" />
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Field
        id={ids.name}
        label={words.name}
        hint={words.nameHint}
        initial=""
        maxLength={40}
        onType={anew(setName)}
        onEnter={() => focusField(ids.number)}
      />
      <Field
        id={ids.number}
        label={words.idNumber}
        hint={words.idHint}
        initial=""
        maxLength={40}
        onType={anew(setIdNumber)}
        onEnter={find}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Button text={busy ? words.busy : words.go} onTap={find} />
    </Box>
  )
}
