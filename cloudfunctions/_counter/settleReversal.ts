/** A second person's word on a reversal (冲销), inside a transaction. */
import { stateAfter } from '../_states/transitions'
import type { ReversalState } from '../../shared/contracts/counterReversals'
import { actorOf } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import { civilDayOf } from '../_ports/clock'
import type { Documents } from '../_ports/store'
import { changeCounterPayment, counterPaymentOf, moveCounterPayment } from './counterPaymentRecord'
import { endCover } from './endCover'
import type { Reversal } from './reversalRecord'
import { reversalTransitions, type ReversalEvent } from './reversalStates'
import { bookReversal, openDayFor } from './townDayRecord'

/** Who decides, when (instant, UTC), and what. */
export interface Word {
  event: ReversalEvent
  staffId: string
  at: string
}

/**
 * Confirmed: the payment stands no more, whom it enrolled is free again, and the reversal stands in the town's day of today, or in the
 * next one where today is closed already. Declined: everything is as before.
 * @throws Error where the table has no such edge, or the payment is not the one that was asked about: callers look first.
 */
export async function settleReversal(
  documents: Documents,
  cipher: Cipher,
  reversal: Reversal,
  { event, staffId, at }: Word,
): Promise<Reversal> {
  const state = stateAfter<ReversalState, ReversalEvent>(reversalTransitions, reversal.fields.state, event)
  const payment = await counterPaymentOf(documents, reversal.fields.paymentId)
  if (!state || payment?.fields.reversal !== reversal.id)
    throw new Error(`reversal ${reversal.id}: ${event} in ${reversal.fields.state}`)
  const actor = actorOf({ staffId })
  let reversedOn: string | null = null
  if (event === 'confirmed') {
    await moveCounterPayment(documents, payment, { event: 'reversedByColleague', actor, at })
    await endCover(documents, payment, at)
    reversedOn = await stand(documents, cipher, reversal, at)
  } else
    await changeCounterPayment(
      documents,
      payment,
      { step: 'reversalDeclined', actor, at },
      { reversal: null },
    )
  const fields = { ...reversal.fields, state, decidedBy: staffId, decidedAt: at, reversedOn }
  await documents.replace('counterReversals', reversal.id, reversal.revision, fields)
  return { ...reversal, revision: reversal.revision + 1, fields }
}

/** Puts it into the account of the town; the bureau's own stand in none. */
async function stand(documents: Documents, cipher: Cipher, { fields }: Reversal, at: string) {
  const { region, town } = fields
  if (town === null) return null
  const today = civilDayOf(at)
  const till = { region, town }
  const date = await openDayFor(documents, cipher, till, { paidOn: today, today })
  await bookReversal(documents, cipher, till, date, fields)
  return date
}
