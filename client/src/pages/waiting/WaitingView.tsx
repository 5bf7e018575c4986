import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { PublicOrderState } from '../../../../shared/contracts/fields'
import type { PaymentStatus } from '../../../../shared/contracts/paymentStatus'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { Money } from '../../components/Money'
import { Notice } from '../../components/Notice'
import { Said } from '../../components/Sentence'
import { Steps } from '../../components/Steps'
import { Tag, type Tone } from '../../components/Tag'
import { grouped, shortMoment, yuan } from '../../texts/figures'
import { waiting as words } from '../../texts/waiting'

type WaitingShown = ReplyOf<typeof PaymentStatus>

interface Props {
  shown: WaitingShown
  busy: boolean
  trouble?: string
  onAgain: () => void
  /** The same order once more. */
  onResume: () => void
  /** A new order for the same people. */
  onAnew: () => void
  onCancel: () => void
  onHome: () => void
}

const look: Record<PublicOrderState, { tone: Tone; icon: Drawing }> = {
  confirming: { tone: 'due', icon: 'clock' },
  unpaid: { tone: 'due', icon: 'clock' },
  closed: { tone: 'plain', icon: 'info' },
  paidLate: { tone: 'due', icon: 'clock' },
  paid: { tone: 'ok', icon: 'tick' },
}

/** What the service knows about one order, as of when, and what to do now. */
export const WaitingView = (props: Props) => {
  const { shown, trouble } = props
  const said = words[shown.state]
  return (
    <>
      <Box live="polite">
        <Tag tone={look[shown.state].tone} icon={look[shown.state].icon} text={said.tag} />
        <Box as="h1" className="h1 under">
          {said.heading}
        </Box>
        <Box as="p" className="under">
          <Said text={said.text} />
        </Box>
      </Box>
      <Box className="block block--near">
        <Money label={words.amount} yuan={yuan(shown.fen)} size="figure">
          {words.payees(shown.people.map(({ name }) => name))}，{words.asOf(shortMoment(shown.asOf))}
        </Money>
      </Box>
      {shown.state === 'confirming' && (
        <Box as="section" className="block">
          <Steps steps={stepsOf(shown.asOf)} />
        </Box>
      )}
      {trouble && (
        <Box className="after">
          <Notice tone="warn" icon="warn" lines={[trouble]} announced />
        </Box>
      )}
      <Box as="section" className="block stack">
        <Actions {...props} />
        <Box as="p" className="small muted">
          {words.order(grouped(shown.orderNumber))}
        </Box>
      </Box>
    </>
  )
}

function Actions({ shown, busy, onAgain, onResume, onAnew, onCancel, onHome }: Props) {
  switch (shown.state) {
    case 'unpaid':
      return (
        <>
          <Button text={words.unpaid.goOn} onTap={onResume} />
          <SecondButton text={words.again} onTap={onAgain} />
          <SecondButton text={busy ? words.unpaid.cancelling : words.unpaid.cancel} onTap={onCancel} />
        </>
      )
    case 'closed':
      return <Button text={words.closed.goOn} onTap={onAnew} />
    case 'paidLate':
      return <Button text={words.home} onTap={onHome} />
    default:
      return <Button text={words.again} onTap={onAgain} />
  }
}

const stepsOf = (asOf: string) => [
  { key: 'sent', state: 'done' as const, title: words.steps.youPaid, note: words.steps.sent },
  {
    key: 'tax',
    state: 'now' as const,
    title: words.steps.waitingForTax,
    note: words.steps.notYet(shortMoment(asOf)),
  },
  { key: 'bureau', state: 'later' as const, title: words.steps.bureau, note: words.steps.later },
]
