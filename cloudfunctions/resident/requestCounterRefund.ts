/** 申请退费, of what was paid at a counter: by the person, or whoever may know what they paid. */
import { RequestCounterRefund } from '../../shared/contracts/requestCounterRefund'
import { paymentBehind } from '../_counter/counterPaymentRecord'
import { refuse, useCase } from '../_ports/useCase'
import { requestOfCounterPayment } from '../_refunds/requestOfCounterPayment'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { callerIndex, memberOf } from '../_residents/family'

export const requestCounterRefund = useCase(
  RequestCounterRefund,
  async ({ residentId, coverageYear, reason }, ports) => {
    const member = await memberOf(ports, residentId)
    if (!member?.knowsWhy) return refuse('notFound')
    const enrollment = await enrollmentOf(ports, residentId, coverageYear)
    const payment = enrollment && (await paymentBehind(ports.store, enrollment))
    return payment
      ? requestOfCounterPayment(ports, payment, reason, `resident:${callerIndex(ports)}`)
      : refuse('notFound')
  },
)
