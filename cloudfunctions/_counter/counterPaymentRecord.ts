/**
 * Counter payments (柜台缴费): money that somebody paid at a town's counter, a bank or a POS, and that a clerk takes down with the
 * receipt's number: `counterPayments/<index of region and receipt>`. It never passed through us, so no ledger entry is made of it.
 */
import type { CounterPaymentState, WithdrawalReason } from '../../shared/contracts/counter'
import type { CivilDay } from '../../shared/rules/civilDay'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import { stateAfter } from '../_states/transitions'
import { counterPaymentTransitions, type CounterPaymentEvent } from './counterPaymentStates'

/** What stood here before it was withdrawn. */
export type WithdrawnPayment = {
  residentId: string
  coverageYear: number
  fen: number
  reason: WithdrawalReason
  by: string
  /** Instant, UTC. */
  at: string
}

/** One receipt as it stands now; what it was before is in `withdrawn`, and in its reversals. */
export type CounterPaymentFields = {
  state: CounterPaymentState
  region: string
  /** The town whose counter it is; null where the bureau took it down. */
  town: string | null
  residentId: string
  coverageYear: number
  /** The claim it took; a child's goes on under its ID number once it has one. */
  claimId: string
  receipt: string
  /** By the vocabulary's code. */
  channel: string
  fen: number
  paidOn: CivilDay
  /** The day of the town's account (日清月结) in which it stands; null where it is no town's. */
  bookedOn: CivilDay | null
  /** The notice does not say the sum, or not for everybody who may be meant: the bureau says whether it is right. */
  leftToBureau: boolean
  /** Papers that the clerk has seen, by the vocabulary's codes. */
  papersSeen: string[]
  tableHash: string
  /** Staff id; the import that brought it, or null where it was entered by hand. */
  enteredBy: string
  importId: string | null
  /** Civil day and instant, UTC, of entering. */
  enteredOn: CivilDay
  enteredAt: string
  /** The reversal that was asked for of this entry (`counterReversals/<id>`); null while there is none, or it was declined. */
  reversal: string | null
  /** The refund that is under way or done; null: none. */
  refundNumber: string | null
  /** The last one of this entry, where it was rejected; it makes room for another. */
  rejectedRefund: string | null
  /** How many refunds were begun of this receipt, rejected ones included. */
  refundsBegun: number
  /** Earlier entries of this receipt that were taken back the same day, oldest first. */
  withdrawn: WithdrawnPayment[]
}

export type CounterPayment = Stored<CounterPaymentFields>

/** It stands, and nobody has asked for it to be undone, or for its money. */
export const isAtRest = ({ state, reversal, refundNumber }: CounterPaymentFields): boolean =>
  state === 'entered' && reversal === null && refundNumber === null

/** What happens to one beside the edges of its table. */
type Step = 'reversalAsked' | 'reversalDeclined' | 'refundBegun' | 'refundRejected'

/** The same receipt of a region is the same document, whoever enters it for whom. */
export const counterPaymentIdOf = (cipher: Cipher, region: string, receipt: string): string =>
  cipher.index('receipt', `${region}/${receipt}`)

/** Undefined where there is none, or it is out of reach. */
export const counterPaymentOf = (
  { get }: Pick<Documents, 'get'>,
  paymentId: string,
): Promise<CounterPayment | undefined> => get<CounterPaymentFields>('counterPayments', paymentId)

/**
 * The payment that an enrollment names as its proof; undefined where it names none, or it is out of reach. Its receipt may be somebody
 * else's by now.
 */
export const paymentBehind = async (
  documents: Pick<Documents, 'get'>,
  { fields: { counterPayment } }: Stored<EnrollmentFields>,
): Promise<CounterPayment | undefined> =>
  counterPayment === undefined ? undefined : counterPaymentOf(documents, counterPayment)

/**
 * Moves a counter payment along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveCounterPayment(
  documents: Documents,
  payment: CounterPayment,
  { event, actor, at }: { event: CounterPaymentEvent; actor: AuditActor; at: string },
  changes: Partial<CounterPaymentFields> = {},
): Promise<CounterPayment> {
  const state = stateAfter<CounterPaymentState, CounterPaymentEvent>(
    counterPaymentTransitions,
    payment.fields.state,
    event,
  )
  if (!state) throw new Error(`counter payment ${payment.id}: ${event} in ${payment.fields.state}`)
  const fields: CounterPaymentFields = { ...payment.fields, ...changes, state }
  await documents.replace('counterPayments', payment.id, payment.revision, fields)
  const moved = { ...payment, revision: payment.revision + 1, fields }
  await noteCounterPayment(documents, moved, event, { actor, at })
  return moved
}

/** Changes a counter payment where it stands, inside a transaction, with an audit event. */
export async function changeCounterPayment(
  documents: Documents,
  payment: CounterPayment,
  { step, actor, at }: { step: Step; actor: AuditActor; at: string },
  changes: Partial<CounterPaymentFields>,
): Promise<void> {
  const fields: CounterPaymentFields = { ...payment.fields, ...changes }
  await documents.replace('counterPayments', payment.id, payment.revision, fields)
  await noteCounterPayment(documents, { ...payment, revision: payment.revision + 1, fields }, step, {
    actor,
    at,
  })
}

/** A receipt may be entered, withdrawn and entered again: its revision tells one step from the next. */
export const noteCounterPayment = (
  documents: Documents,
  { id, revision, fields }: CounterPayment,
  step: 'entered' | Step | CounterPaymentEvent,
  { actor, at }: { actor: AuditActor; at: string },
): Promise<void> =>
  noteEvent(documents, `counter-${id}-${revision}`, {
    actor,
    action: `counterPayment${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `counterPayments/${id}`,
    at,
    details: { resident: fields.residentId, year: fields.coverageYear, fen: fields.fen },
  })
