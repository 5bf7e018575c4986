import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ListVillages, type ListForms } from '../../../../shared/contracts/forms'
import { useCall } from '../../api/useCall'
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
  const { asked } = useCall(ListVillages, chosen.town === '' ? undefined : { town: chosen.town })
  const villages = asked.kind === 'done' ? asked.reply.villages : []
  const onChange = (change: Partial<Chosen>) => {
    setChosen({ ...chosen, ...change, ...('town' in change ? { village: '' } : {}) })
    form.forget()
  }
  const onLook = () => {
    const mistake = mistakeIn(chosen)
    if (mistake) form.say(mistake)
    else form.prepare(chosen)
  }
  const look = form.busy && !form.shown ? words.looking(form.looked) : words.look
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(offered.coverageYear)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Choices offered={offered} villages={villages} chosen={chosen} onChange={onChange} />
      <Box className="after desk__narrow stack">
        {form.trouble && <Notice tone="stop" icon="warn" lines={[form.trouble]} announced />}
        {form.shown ? (
          <SecondButton text={words.lookAgain} onTap={onLook} />
        ) : (
          <Button text={look} onTap={onLook} />
        )}
      </Box>
      {form.shown && <Preview shown={form.shown} busy={form.busy} saved={form.saved} onTake={form.take} />}
    </>
  )
}
