import type { Assessment } from '../../shared/rules/assessment'
import { refuse } from '../_ports/useCase'
import type { FamilyMember } from '../_residents/family'
import { publicOnly } from './owingOf'

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

/** The same as far as the caller may know it: a proxy hears that no money is taken, and no reason that is the person's. */
export function whyNotFor({ knowsWhy }: FamilyMember, assessment: Assessment) {
  const stop = whyNotHere(assessment)
  if (!stop || knowsWhy || stop.refusal === 'payElsewhere') return stop
  return refuse('mayNotEnroll', { reasons: publicOnly(assessment.reasons.map(({ code }) => code)) })
}
