/** 申请退费: asks for one person's money back, where the notice lets one ask; of two at once, one. */
import { RequestRefund } from '../../shared/contracts/requestRefund'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { orderOfCaller } from '../_orders/orderRecord'
import { applyForRefund } from '../_refunds/applyForRefund'
import { shownRefund } from '../_refunds/shownRefund'
import { whyNoRefund } from '../_refunds/whyNoRefund'
import { callerIndex } from '../_residents/family'

export const requestRefund = useCase(RequestRefund, async ({ orderNumber, residentId, reason }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  const line = standing?.fields.lines.findIndex((one) => one.residentId === residentId) ?? -1
  if (!standing || line === -1) return refuse('notFound')
  const order = await bringUpToDate(ports, standing)
  const held = order.fields.lines[line]?.refundNumber ?? null
  if (held !== null) return refuse('refundExists', { refundNumber: held })
  if (order.fields.state !== 'paid') return refuse('notPaid')

  const refused = whyNoRefund(ports, order.fields, reason)
  if (refused) return refused
  const requestedBy = `resident:${callerIndex(ports)}` as const
  const applied = await applyForRefund(ports, orderNumber, line, { reason, requestedBy })
  return applied.kind === 'applied'
    ? done({ refund: shownRefund(applied.refund) })
    : refuse('refundExists', { refundNumber: applied.refundNumber })
})
