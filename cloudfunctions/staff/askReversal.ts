/** 申请冲销: a counter payment was a mistake, and it is too late to take it back; a second person decides. */
import { AskReversal } from '../../shared/contracts/counterReversals'
import { changeCounterPayment, counterPaymentOf } from '../_counter/counterPaymentRecord'
import { reversalFor, reversalIdOf, reversalOfPayment, type Reversal } from '../_counter/reversalRecord'
import { shownReversal } from '../_counter/shownReversal'
import { isFresh, reversers, whyNotReversed } from '../_counter/whyNotUndone'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const askReversal = staffUseCase(AskReversal, reversers, async ({ paymentId, reason }, ports) => {
  const { store, staff, clock } = ports
  const askedAt = clock.now()
  const asked = await store.transaction(async (documents) => {
    const payment = await counterPaymentOf(documents, paymentId)
    if (!payment) return refuse('notFound')
    const standing = await reversalOfPayment(documents, payment)
    // The same by the same person once more: its answer was lost, so it is given again.
    if (standing?.fields.askedBy === staff.staffId && standing.fields.reason === reason)
      return { kind: 'asked' as const, reversal: standing }
    const fresh = await isFresh(ports, documents, payment.fields)
    const stop = whyNotReversed(ports, payment.fields, fresh)
    if (stop) return refuse(stop)
    const fields = reversalFor(payment, { reason, askedBy: staff.staffId, askedAt })
    const reversal: Reversal = { id: reversalIdOf(payment), revision: 1, fields }
    await documents.insert('counterReversals', reversal.id, fields)
    const step = { step: 'reversalAsked', actor: actorOf(staff), at: askedAt } as const
    await changeCounterPayment(documents, payment, step, { reversal: reversal.id })
    return { kind: 'asked' as const, reversal }
  })
  return asked.kind === 'asked' ? done({ reversal: await shownReversal(ports, asked.reversal) }) : asked
})
