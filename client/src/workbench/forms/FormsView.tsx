import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ListForms } from '../../../../shared/contracts/forms'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { forms as words } from '../../texts/forms'
import { Choices } from './Choices'
import { firstChoice, mistakeIn, type Chosen } from './chosen'
import { Preview } from './Preview'
import { useForm } from './useForm'

interface Props {
  offered: ReplyOf<typeof ListForms>
}

/** What to choose, and below it what the paper will look like, as wide as the desk. */
export function FormsView({ offered }: Props) {
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(offered))
  const form = useForm()
  const onChange = (change: Partial<Chosen>) => {
    setChosen({ ...chosen, ...change, ...('town' in change ? { village: '' } : {}) })
    form.forget()
  }
  const onLook = () => {
    const mistake = mistakeIn(chosen)
    if (mistake) form.say(mistake)
    else form.make(chosen)
  }
  const look = form.looked === undefined ? words.look : words.looking(form.looked)
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(offered.coverageYear)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Choices offered={offered} chosen={chosen} onChange={onChange} />
      <Box className="after desk__narrow stack">
        {form.trouble && <Notice tone="stop" icon="warn" lines={[form.trouble]} announced />}
        {form.shown ? (
          <SecondButton text={words.lookAgain} onTap={onLook} />
        ) : (
          <Button text={look} onTap={onLook} />
        )}
      </Box>
      {form.shown && <Preview key={form.shown.formId} shown={form.shown} />}
    </>
  )
}
