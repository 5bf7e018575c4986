import type { ReminderOffer } from '../../../../shared/contracts/reminder'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { fullDay } from '../../texts/figures'
import { remind as words } from '../../texts/remind'

interface Props {
  name: string
  offer: ReminderOffer
  onAsk: () => void
}

/** One message: what it warns of, when it comes, and the one tap; or what was answered. */
export const Offer = ({ name, offer: { kind, state, lastDay, sendOn }, onAsk }: Props) => (
  <Box className="stack stack--close">
    <Box as="p" className="strong">
      {words.kinds[kind]}
    </Box>
    {lastDay && <Box as="p">{words.lastDay(fullDay(lastDay))}</Box>}
    {(state === 'open' || state === 'wanted') && (
      <Box as="p">{sendOn ? words.sendOn(fullDay(sendOn)) : words.whenItHappens}</Box>
    )}
    {state === 'open' && (
      <SecondButton icon="bell" text={words.ask} label={words.askOf(name, words.kinds[kind])} onTap={onAsk} />
    )}
    {state === 'wanted' && <Notice tone="ok" icon="tick" lines={[words.wanted]} announced />}
    {(state === 'declined' || state === 'over') && <Notice icon="info" lines={[words[state]]} />}
  </Box>
)
