import type { Assessment } from '../../shared/rules/assessment'
import { refuse } from '../_ports/useCase'

/**
 * Why this assessment takes no money here, or undefined where it does: the person may not enroll, the county pays,
 * the notice leaves the sum open, or it names other channels.
 */
export function whyNotHere({
  decision,
  reasons,
  missing,
  due,
  settlement,
  ask,
  channels,
  inAppPayment,
}: Assessment) {
  const codes = reasons.map(({ code }) => code)
  if (decision !== 'mayEnroll') return refuse('mayNotEnroll', { reasons: codes, missing })
  if (due.kind !== 'stated') return refuse('amountNotStated', { ask })
  if (due.value === 0)
    return refuse('nothingDue', settlement.kind === 'stated' ? { settlement: settlement.value } : {})
  if (!inAppPayment)
    return refuse('payElsewhere', { channels: channels.kind === 'stated' ? channels.value : [] })
  return undefined
}
