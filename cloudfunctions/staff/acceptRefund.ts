/** 税务受理: the tax office takes an application in. */
import { AcceptRefund } from '../../shared/contracts/acceptRefund'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnRefund } from '../_refunds/actOnRefund'

export const acceptRefund = staffUseCase(AcceptRefund, ['tax'], ({ refundNumber }, ports) =>
  actOnRefund(ports, refundNumber, {
    desk: 'tax',
    event: 'acceptedByTax',
    leadsTo: 'taxAccepted',
    by: 'acceptedBy',
  }),
)
