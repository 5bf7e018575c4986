import type { AtCounter } from '../../shared/contracts/counterPayments'
import type { StaffPorts } from '../_ports/ports'
import { refundOfCounterPayment } from '../_refunds/counterRefunds'
import { shownRefund } from '../_refunds/shownRefund'
import { refundRulesFor } from '../_refunds/whyNoRefund'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { paymentBehind } from './counterPaymentRecord'
import { shownCounterPayment } from './shownCounterPayment'

/** What somebody paid at a counter that the caller looks after, for one coverage year; another town's is as absent as none. */
export async function paidAtCounter(
  ports: StaffPorts,
  residentId: string,
  coverageYear: number,
): Promise<AtCounter['paid']> {
  const enrollment = await enrollmentOf(ports, residentId, coverageYear)
  const payment = enrollment && (await paymentBehind(ports.store, enrollment))
  if (!payment) return null
  const refund = await refundOfCounterPayment(ports.store, payment)
  return {
    payment: await shownCounterPayment(ports, payment),
    refund: refund ? shownRefund(refund) : null,
    refunds: refundRulesFor(ports, payment.fields),
  }
}
