import type { Contract } from '../../../shared/contracts/contract'
import type { Asked } from '../api/useCall'
import { Box } from '../components/Element'
import { Outage, Waiting } from '../components/Outage'
import { goHome } from '../navigation'
import { outages } from '../texts/outages'
import { receipt } from '../texts/receipt'

interface Props {
  /** Undefined where the page's address is broken. */
  asked: Exclude<Asked<Contract>, { kind: 'done' }> | { kind: 'done' } | undefined
  /** Said where an answer came that ends this page. */
  ended?: string
  /** Said where there is nothing under the page's address for this caller. */
  absent?: string
  onAgain: () => void
}

/** In place of the content: still asking, nobody answered, or an answer that ends here. */
export function Unanswered({ asked, ...rest }: Props) {
  if (asked?.kind === 'asking') return <Waiting />
  return (
    <>
      <Box as="h1" className="unseen">
        {outages.heading}
      </Box>
      <WhyNot asked={asked} {...rest} />
    </>
  )
}

interface Unasked extends Props {
  asked: Exclude<Props['asked'], { kind: 'asking' }>
}

function WhyNot({ asked, ended, absent, onAgain }: Unasked) {
  if (!asked) return <Outage text={outages.noPage} action={outages.home} onTap={goHome} />
  switch (asked.kind) {
    case 'done':
      return <Outage text={ended ?? outages.noPage} action={outages.home} onTap={goHome} />
    case 'unreached':
      return <Outage text={outages.unreached[asked.why]} action={outages.again} onTap={onAgain} />
    case 'refused':
      return (
        <Outage
          text={asked.refusal === 'notFound' && absent ? absent : refusalSentence(asked.refusal)}
          action={outages.home}
          onTap={goHome}
        />
      )
  }
}

/** Refusals that any page may meet; pages with refusals of their own say those themselves. */
export function refusalSentence(refusal: string): string {
  switch (refusal) {
    case 'tooMany':
      return outages.tooMany
    case 'noPolicy':
      return outages.noPolicy
    case 'notPaid':
      return receipt.notPaid
    case 'notFound':
      return outages.notFound
    default:
      return outages.badRequest
  }
}
