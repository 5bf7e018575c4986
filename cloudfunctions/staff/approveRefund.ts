/** 医保审核: the bureau agrees; from now on the money is owed, and the ledger says so. */
import { ApproveRefund } from '../../shared/contracts/approveRefund'
import { post } from '../_ledger/ledgerRecord'
import { standingOrder } from '../_orders/orderRecord'
import { refuse } from '../_ports/useCase'
import { owedEntry } from '../_refunds/refundEntries'
import { refundOf } from '../_refunds/refundRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnRefund } from '../_refunds/actOnRefund'
import { wayStated } from '../_refunds/wayStated'

export const approveRefund = staffUseCase(ApproveRefund, ['bureau'], async ({ refundNumber, way }, ports) => {
  const refund = await refundOf(ports.store, refundNumber)
  if (!refund) return refuse('notFound')
  const stated = wayStated(ports, refund)
  if (stated && stated.way !== way) return refuse('wayStated', stated)
  return actOnRefund(ports, refundNumber, {
    desk: 'bureau',
    event: 'approvedByBureau',
    leadsTo: 'medicalApproved',
    by: 'decidedBy',
    said: { way },
    async also(documents, approved, at) {
      const { orderNumber } = approved.fields
      if (orderNumber === null) return
      const order = await standingOrder(documents, orderNumber)
      await post(documents, owedEntry(approved, order, at))
    },
  })
})
