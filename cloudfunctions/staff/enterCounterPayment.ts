/** 录入柜台缴费. Whom the caller may not see is as absent as nobody. */
import { EnterCounterPayment } from '../../shared/contracts/counterPayments'
import { recordCounterPayment } from '../_counter/recordCounterPayment'
import { shownCounterPayment } from '../_counter/shownCounterPayment'
import { done, refuse } from '../_ports/useCase'
import { isNobodys, openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

export const enterCounterPayment = staffUseCase(
  EnterCounterPayment,
  ['clerk', 'bureau'],
  async ({ residentId, ...said }, ports) => {
    const stored = await ports.store.get<ResidentFields>('residents', residentId)
    if (!stored || isNobodys(stored)) return refuse('notFound')
    const recorded = await recordCounterPayment(ports, openResident(ports.cipher, stored), said)
    if (recorded.kind === 'refused') return recorded
    const { payment } = recorded
    const { bookedOn, paidOn } = payment.fields
    return done({
      payment: await shownCounterPayment(ports, payment),
      late: bookedOn !== null && bookedOn !== paidOn,
    })
  },
)
