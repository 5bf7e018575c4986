/** 代申请退费: for whoever stands at the counter where they paid. */
import { RequestRefundAtCounter } from '../../shared/contracts/requestRefundAtCounter'
import { counterPaymentOf } from '../_counter/counterPaymentRecord'
import { actorOf } from '../_ports/audit'
import { refuse } from '../_ports/useCase'
import { requestOfCounterPayment } from '../_refunds/requestOfCounterPayment'
import { staffUseCase } from '../_staff/staffUseCase'

export const requestRefundAtCounter = staffUseCase(
  RequestRefundAtCounter,
  ['clerk', 'bureau'],
  async ({ paymentId, reason }, ports) => {
    const payment = await counterPaymentOf(ports.store, paymentId)
    return payment
      ? requestOfCounterPayment(ports, payment, reason, actorOf(ports.staff))
      : refuse('notFound')
  },
)
