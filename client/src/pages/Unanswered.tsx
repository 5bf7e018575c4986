import type { Contract } from '../../../shared/contracts/contract'
import type { Asked } from '../api/useCall'
import { Outage, Waiting } from '../components/Outage'
import { goHome } from '../navigation'
import { outages } from '../texts/outages'
import { receipt } from '../texts/receipt'

interface Props {
  /** Undefined where the page's address is broken. */
  asked: Exclude<Asked<Contract>, { kind: 'done' }> | { kind: 'done' } | undefined
  /** Said where an answer came that ends this page. */
  ended?: string
  onAgain: () => void
}

/** In place of the content: still asking, nobody answered, or an answer that ends here. */
export function Unanswered({ asked, ended, onAgain }: Props) {
  if (!asked) return <Outage text={outages.noPage} action={outages.home} onTap={goHome} />
  switch (asked.kind) {
    case 'asking':
      return <Waiting />
    case 'done':
      return <Outage text={ended ?? outages.noPage} action={outages.home} onTap={goHome} />
    case 'unreached':
      return <Outage text={outages.unreached[asked.why]} action={outages.again} onTap={onAgain} />
    case 'refused':
      return <Outage text={refusalSentence(asked.refusal)} action={outages.home} onTap={goHome} />
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
