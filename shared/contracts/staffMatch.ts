/** 每月比对: what the bureau asks for. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { citedNotice, coverageYear } from './fields'
import {
  decision,
  decisionReason,
  findingId,
  findingOpened,
  findingQueue,
  findingShown,
  findingState,
  matchId,
  matchShown,
  month,
} from './match'

/** An office to ask where the notice does not say; the phone is null where it gives none. */
const office = z.object({ name: z.string(), phone: z.nullable(z.string()) })

/** The matches of a coverage year, the latest first, and the months that may be begun now. */
export const ListMatches = staffContract({
  name: 'listMatches',
  request: z.object({ coverageYear }),
  reply: z.object({
    matches: z.array(matchShown),
    mayBegin: z.array(month),
    ask: office,
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy'],
})

/**
 * 开始比对: begun once; begun again it is the same match. `notYet`: the month has not come, or is not one in which anybody pays for
 * or is covered by that coverage year. `laterStands`: a later month is matched already.
 */
export const BeginMatch = staffContract({
  name: 'beginMatch',
  request: z.object({ coverageYear, month }),
  reply: matchShown,
  refusals: ['noPolicy', 'notYet', 'laterStands'],
})

/** Walks on for as long as one call may; asked again until the state is `done`. Several may ask at once. */
export const ContinueMatch = staffContract({
  name: 'continueMatch',
  request: z.object({ matchId }),
  reply: matchShown,
  refusals: ['notFound'],
})

/** One queue in administrative order of towns: who is still open, or who is decided; a page at a time. */
export const ListFindings = staffContract({
  name: 'listFindings',
  request: z.object({ matchId, queue: findingQueue, open: z.boolean(), cursor: z.optional(z.string()) }),
  reply: z.object({ findings: z.array(findingShown), cursor: z.optional(z.string()) }),
  refusals: ['notFound'],
})

/** 打开: both records beside each other. That it was looked at, and by whom, is in the audit log. */
export const OpenFinding = staffContract({
  name: 'openFinding',
  request: z.object({ findingId }),
  reply: findingOpened,
  refusals: ['notFound'],
})

/**
 * Why one of the people was not decided: `decidedAlready` · `changedSince` the records say something else by now · `claimHeld` an
 * order for this person is under way · `enrolledElsewhere` · `paidAlready` the benefit card has it for this year ·
 * `notStated` the notice gives no sum to agree to · `factsMissing` · `wrongReason` no reason for this kind.
 */
const decisionRefusal = z.enum([
  'notFound',
  'decidedAlready',
  'changedSince',
  'claimHeld',
  'enrolledElsewhere',
  'paidAlready',
  'notStated',
  'factsMissing',
  'wrongReason',
])
export type DecisionRefusal = z.infer<typeof decisionRefusal>

export const mostAtOnce = 50

/** 定: one decision with one reason for one or several people; each stands or falls alone. Null is the reason of `putOff`. */
export const DecideFindings = staffContract({
  name: 'decideFindings',
  request: z.object({
    findingIds: z.array(findingId).check(z.minLength(1), z.maxLength(mostAtOnce)),
    decision,
    reason: z.nullable(decisionReason),
  }),
  reply: z.object({
    /** In the order in which they were asked for. */
    outcomes: z.array(
      z.object({
        /** Null where it is decided as asked. */
        refusal: z.nullable(decisionRefusal),
        state: z.nullable(findingState),
      }),
    ),
  }),
  refusals: [],
})
