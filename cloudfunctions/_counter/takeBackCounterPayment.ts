import type { WithdrawalReason } from '../../shared/contracts/counter'
import { actorOf } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents } from '../_ports/store'
import { moveCounterPayment, type CounterPayment } from './counterPaymentRecord'
import { endCover } from './endCover'
import { book, isDayOpen } from './townDayRecord'

/**
 * 撤销: takes a standing counter payment back, inside a transaction: person and year are free again, the enrollment is none any
 * more, and the town's day is less by it. `dayClosed`: its day has been added up; then nothing was written.
 */
export async function takeBackCounterPayment(
  documents: Documents,
  cipher: Cipher,
  payment: CounterPayment,
  { reason, staffId, at }: { reason: WithdrawalReason; staffId: string; at: string },
): Promise<{ kind: 'takenBack'; payment: CounterPayment } | { kind: 'dayClosed' }> {
  const { fields } = payment
  const { residentId, coverageYear, fen, town, region, bookedOn, withdrawn } = fields
  if (!(await isDayOpen(documents, cipher, fields))) return { kind: 'dayClosed' }
  if (town !== null && bookedOn !== null)
    await book(documents, cipher, { region, town }, bookedOn, fields, -1)
  await endCover(documents, payment, at)
  const earlier = { residentId, coverageYear, fen, reason, by: staffId, at }
  const step = { event: 'withdrawnByStaff', actor: actorOf({ staffId }), at } as const
  const taken = await moveCounterPayment(documents, payment, step, { withdrawn: [...withdrawn, earlier] })
  return { kind: 'takenBack', payment: taken }
}
