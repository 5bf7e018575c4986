import { usePlaces, type Place } from '../../api/places'
import { chosenOf } from '../../device/keptPlace'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { newborn as words } from '../../texts/newborn'
import { Newborn } from './Newborn'

/** 新生儿: without saying who one is. The tables come here; the answers stay here. */
export default function NewbornPage() {
  const { asked, again } = usePlaces()
  const place: Place | undefined = asked.kind === 'done' ? chosenOf(asked.reply.places) : undefined
  if (asked.kind === 'done' && place) return <Newborn place={place} today={asked.reply.today} />
  return (
    <ResidentPage title={words.title}>
      <Unanswered
        asked={asked.kind === 'done' ? { kind: 'refused', refusal: 'noPolicy' } : asked}
        onAgain={again}
      />
    </ResidentPage>
  )
}
