import type { CounterUndone } from '../../shared/contracts/counterUndone'
import type { CivilDay } from '../../shared/rules/civilDay'
import { civilDayOf } from '../_ports/clock'
import type { Documents, Stored } from '../_ports/store'
import { refundOf } from '../_refunds/refundRecord'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { CounterPayment } from './counterPaymentRecord'
import { reversalOf, type ReversalFields } from './reversalRecord'

/** What undid a counter payment, at what instant (UTC), and what it was; of one taken back the same day no more is kept than its sum. */
export interface Undone {
  as: CounterUndone
  at: string
  fen: number
  channel: string | null
  paidOn: CivilDay | null
}

/**
 * Whether this record of somebody was a slip at a counter, taken back or reversed: then they were never enrolled by it and no money went
 * back, and its receipt may be somebody else's by now. One whose money went back was none. `undone`: what undid it.
 */
export const wasMistake = (enrollment: Stored<EnrollmentFields>, undone: Undone | undefined): boolean =>
  !stands(enrollment) && enrollment.fields.counterPayment !== undefined && undone?.as.how !== 'refunded'

/**
 * What undid the counter payment that made an enrollment which stands no more. The receipt may be somebody else's by now, so nothing is
 * taken from `payment`, the one behind the enrollment, but what it says of this person. Undefined where there is none, or the enrollment
 * stands.
 */
export async function undoneOf(
  documents: Pick<Documents, 'get'>,
  { fields: { residentId, coverageYear, withdrawnAt: at } }: Stored<EnrollmentFields>,
  payment: CounterPayment | undefined,
): Promise<Undone | undefined> {
  if (at === null || !payment) return undefined
  const isOfThem = (one: { residentId: string; coverageYear: number }) =>
    one.residentId === residentId && one.coverageYear === coverageYear
  const { state, fen, channel, paidOn, refundNumber, withdrawn } = payment.fields
  const on = civilDayOf(at)
  if (state === 'refunded' && isOfThem(payment.fields)) {
    const refund = refundNumber === null ? undefined : await refundOf(documents, refundNumber)
    const reason = refund?.fields.reason ?? null
    return { as: { how: 'refunded', on, reason }, at, fen, channel, paidOn }
  }
  const takenBack = withdrawn.find((one) => isOfThem(one) && one.at === at)
  if (takenBack) {
    const as = { how: 'withdrawn', on, reason: takenBack.reason } as const
    return { as, at, fen: takenBack.fen, channel: null, paidOn: null }
  }
  const reversal = await reversalAt(documents, payment, at)
  if (!reversal || !isOfThem(reversal)) return undefined
  const as = { how: 'reversed', on, reason: reversal.reason } as const
  return { as, at, fen: reversal.fen, channel: reversal.channel, paidOn: reversal.paidOn }
}

/** The reversal that was confirmed then; a receipt that was entered anew knows it by its earlier revision only. */
async function reversalAt(
  documents: Pick<Documents, 'get'>,
  { id, revision }: CounterPayment,
  at: string,
): Promise<ReversalFields | undefined> {
  for (let asked = revision; asked > 0; asked -= 1) {
    const fields = (await reversalOf(documents, `${id}-${asked}`))?.fields
    if (fields?.state === 'confirmed' && fields.decidedAt === at) return fields
  }
  return undefined
}
