import { useRef, useState } from 'react'
import { MyReminders, RemindMe, type ReminderOffer } from '../../../../shared/contracts/reminder'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { askToSend } from '../../device/askToSend'
import { Unanswered } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { remind as words } from '../../texts/remind'
import { Offer } from './Offer'

interface At {
  residentId: string
  coverageYear: number
}

/** One person, and what they can be reminded of. */
export function RemindersOf(at: At) {
  const { asked, again } = useCall(MyReminders, at)
  const [trouble, setTrouble] = useState<string>()
  const asking = useRef(false)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { name, offers } = asked.reply

  const onAsk = async ({ kind, template }: ReminderOffer) => {
    if (asking.current) return
    asking.current = true
    const accepted = await askToSend(template)
    setTrouble(accepted === undefined ? words.notAsked : await noteAnswer({ ...at, kind, accepted }))
    asking.current = false
    again()
  }
  return (
    <Box as="section" className="block" label={name}>
      <Box as="h2" className="h2 block__h">
        {name}
      </Box>
      {offers.map((offer) => (
        <Offer key={offer.kind} name={name} offer={offer} onAsk={() => void onAsk(offer)} />
      ))}
      {offers.length === 0 && <Nothing />}
      {trouble && <Notice tone="warn" icon="warn" lines={[trouble]} announced />}
    </Box>
  )
}

const Nothing = () => (
  <>
    <Box as="p">{words.nothing}</Box>
    <Box as="p" className="muted">
      {words.nothingText}
    </Box>
  </>
)

/** What went wrong; undefined where it was noted. */
async function noteAnswer(
  answer: At & { kind: ReminderOffer['kind']; accepted: boolean },
): Promise<string | undefined> {
  const noted = await call(RemindMe, answer)
  if (noted.kind === 'done') return undefined
  return noted.kind === 'unreached' ? outages.unreached[noted.why] : words.tooLate
}
