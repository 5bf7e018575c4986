/** 确认到账: the transfer has arrived, says another person of the finance office. */
import { ConfirmTransfer } from '../../shared/contracts/confirmTransfer'
import { arrive } from '../_refunds/arrive'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnRefund } from '../_refunds/actOnRefund'

export const confirmTransfer = staffUseCase(ConfirmTransfer, ['finance'], ({ refundNumber }, ports) =>
  actOnRefund(ports, refundNumber, {
    desk: 'confirmation',
    event: 'confirmedByFinance',
    leadsTo: 'confirmed',
    by: 'confirmedBy',
    also: (documents, refund, at) => arrive(documents, refund, { at, from: 'treasury' }),
  }),
)
