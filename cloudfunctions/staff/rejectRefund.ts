/** 不予退费: the tax office or the bureau says no, and the line is free for another application. */
import { RejectRefund } from '../../shared/contracts/rejectRefund'
import { changeOrder, standingOrder } from '../_orders/orderRecord'
import { letCounterPaymentBe } from '../_refunds/counterRefunds'
import { unreserve } from '../_refunds/reserve'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnRefund } from '../_refunds/actOnRefund'

export const rejectRefund = staffUseCase(
  RejectRefund,
  ['tax', 'bureau'],
  ({ refundNumber, rejection }, ports) =>
    actOnRefund(ports, refundNumber, {
      desk: ports.staff.role === 'tax' ? 'tax' : 'bureau',
      event: 'rejectedByStaff',
      leadsTo: 'rejected',
      by: 'decidedBy',
      said: { rejection },
      async also(documents, rejected, at) {
        const { fields } = rejected
        if (fields.orderNumber === null) return letCounterPaymentBe(documents, rejected, at)
        const order = await standingOrder(documents, fields.orderNumber)
        await changeOrder(documents, order, unreserve(order, fields.lines, fields.fen))
      },
    }),
)
