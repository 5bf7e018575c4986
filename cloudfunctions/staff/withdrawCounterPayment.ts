/** 撤销录入: by whoever entered it, or the bureau, on the same day. */
import { WithdrawCounterPayment } from '../../shared/contracts/counterPayments'
import { counterPaymentOf, type CounterPayment } from '../_counter/counterPaymentRecord'
import { shownCounterPayment } from '../_counter/shownCounterPayment'
import { takeBackCounterPayment } from '../_counter/takeBackCounterPayment'
import { isFresh, whyNotWithdrawn } from '../_counter/whyNotUndone'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const withdrawCounterPayment = staffUseCase(
  WithdrawCounterPayment,
  ['clerk', 'bureau'],
  async ({ paymentId, reason }, ports) => {
    const { store, cipher, staff, clock } = ports
    const found = await counterPaymentOf(store, paymentId)
    if (!found) return refuse('notFound')
    if (isOwnWithdrawal(found, ports, reason))
      return done({ payment: await shownCounterPayment(ports, found) })
    const fresh = await isFresh(ports, store, found.fields)
    const stop = whyNotWithdrawn(ports, found.fields, fresh)
    if (stop) return refuse(stop)
    const at = clock.now()
    const taken = await store.transaction(async (documents) => {
      const standing = await counterPaymentOf(documents, paymentId)
      if (standing?.revision !== found.revision) return { kind: 'notNow' as const }
      return takeBackCounterPayment(documents, cipher, standing, { reason, staffId: staff.staffId, at })
    })
    if (taken.kind !== 'takenBack') return refuse(taken.kind)
    return done({ payment: await shownCounterPayment(ports, taken.payment) })
  },
)

/** The same by the same person once more: its answer was lost, so it is given again. */
function isOwnWithdrawal({ fields }: CounterPayment, { staff }: StaffPorts, reason: string): boolean {
  const last = fields.withdrawn.at(-1)
  return fields.state === 'withdrawn' && last?.by === staff.staffId && last.reason === reason
}
