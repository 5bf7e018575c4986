/** 财政转账: paid out by the finance office. Where WeChat was asked before, WeChat is asked once more: nothing is paid twice. */
import { TransferRefund } from '../../shared/contracts/transferRefund'
import type { StaffPorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { recordRefund } from '../_refunds/recordRefund'
import { refundOf, type Refund } from '../_refunds/refundRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnRefund } from '../_refunds/actOnRefund'

export const transferRefund = staffUseCase(
  TransferRefund,
  ['finance'],
  async ({ refundNumber, voucher }, ports) => {
    const refund = await refundOf(ports.store, refundNumber)
    if (!refund) return refuse('notFound')
    if (wasWithWechat(refund) && !(await wechatLetsGo(ports, refund))) return refuse('wechatUndecided')
    return actOnRefund(ports, refundNumber, {
      desk: 'finance',
      event: 'transferredByFinance',
      leadsTo: 'transferred',
      by: 'transferredBy',
      said: { voucher, way: 'transfer' },
    })
  },
)

const wasWithWechat = ({ fields: { state } }: Refund): boolean => state === 'abnormal' || state === 'closed'

/** False while WeChat may still pay it back. If it has, that is recorded, and the refund is at no desk any more. */
async function wechatLetsGo(ports: StaffPorts, refund: Refund): Promise<boolean> {
  const known = await ports.payments.queryRefund(refund.id)
  if (known.kind !== 'known') return known.kind === 'absent'
  await recordRefund(ports, known.refund, null)
  return known.refund.status !== 'processing'
}
