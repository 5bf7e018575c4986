import type { Owing, PublicReason } from '../../shared/contracts/owing'
import { publicReasons } from '../../shared/contracts/owing'
import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import { valuesOf } from '../_orders/valuesOf'

/**
 * What whoever acts for somebody may know of an assessment. A sum is told where it can be paid; where nothing is to be paid,
 * it is not told whether the county pays, other cover stands in the way, or the person belongs elsewhere.
 */
export function owingOf(assessment: Assessment): Owing {
  const { due, standard, channels, phaseTo, coverageFrom, coverageTo, ask, inAppPayment } = assessment
  const decision = decisionFor(assessment)
  const open = decision === 'mayEnroll'
  return {
    decision,
    reasons: publicOnly(assessment.reasons.map(({ code }) => code)),
    dueFen: open ? statedIn(due) : null,
    standardFen: statedIn(standard),
    deadline: open ? statedIn(phaseTo) : null,
    coverageFrom: open ? valuesOf(coverageFrom) : [],
    coverageTo: open ? valuesOf(coverageTo) : [],
    channels: open && channels.kind === 'stated' ? [...channels.value] : null,
    inAppPayment: open && inAppPayment,
    ask,
  }
}

/** The reasons that are the calendar's, not the person's. */
export const publicOnly = (codes: readonly string[]): PublicReason[] =>
  publicReasons.filter((reason) => codes.includes(reason))

function decisionFor({ decision, due }: Assessment): Owing['decision'] {
  if (decision !== 'mayEnroll') return decision
  if (due.kind !== 'stated') return 'undecided'
  return due.value === 0 ? 'refused' : 'mayEnroll'
}

const statedIn = <T>(answer: Answer<T>): T | null => (answer.kind === 'stated' ? answer.value : null)
