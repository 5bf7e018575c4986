/**
 * 冲销: a counter payment whose day was added up is never changed there; what undoes it is a reversal, an entry of the day on which a
 * second person confirms it: `counterReversals/<payment>-<its revision when it was asked for>`. It keeps what it reverses, because
 * the receipt may be entered anew.
 */
import type { WithdrawalReason } from '../../shared/contracts/counter'
import type { ReversalState } from '../../shared/contracts/counterReversals'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents, Stored } from '../_ports/store'
import type { CounterPayment, CounterPaymentFields } from './counterPaymentRecord'

/** What stands in the account, copied from the payment. */
type Reversed = Pick<
  CounterPaymentFields,
  | 'region'
  | 'town'
  | 'residentId'
  | 'coverageYear'
  | 'receipt'
  | 'channel'
  | 'fen'
  | 'paidOn'
  | 'bookedOn'
  | 'enteredBy'
>

/** One reversal: what it takes back, why, and the two who did it. */
export type ReversalFields = Reversed & {
  state: ReversalState
  paymentId: string
  reason: WithdrawalReason
  /** Staff ids; instants, UTC. */
  askedBy: string
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  /** The day of the town's account in which it stands; null until it is confirmed, and where it is no town's money. */
  reversedOn: CivilDay | null
}

export type Reversal = Stored<ReversalFields>

/** A declined one makes room for another: the payment has gone on by then. */
export const reversalIdOf = ({ id, revision }: CounterPayment): string => `${id}-${revision}`

/** Undefined where there is none, or it is out of reach. */
export const reversalOf = (
  { get }: Pick<Documents, 'get'>,
  reversalId: string,
): Promise<Reversal | undefined> => get<ReversalFields>('counterReversals', reversalId)

/** The one that was asked for of this entry, if one was and it was not declined. */
export const reversalOfPayment = async (
  documents: Pick<Documents, 'get'>,
  { fields: { reversal } }: CounterPayment,
): Promise<Reversal | undefined> => (reversal === null ? undefined : reversalOf(documents, reversal))

/** A reversal as it is asked for. */
export function reversalFor(
  { id: paymentId, fields }: CounterPayment,
  said: { reason: WithdrawalReason; askedBy: string; askedAt: string },
): ReversalFields {
  const { region, town, residentId, coverageYear, receipt, channel, fen, paidOn, bookedOn, enteredBy } =
    fields
  return {
    state: 'asked',
    paymentId,
    region,
    town,
    residentId,
    coverageYear,
    receipt,
    channel,
    fen,
    paidOn,
    bookedOn,
    enteredBy,
    ...said,
    decidedBy: null,
    decidedAt: null,
    reversedOn: null,
  }
}
