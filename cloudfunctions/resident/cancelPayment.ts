/** 不缴了: closes the caller's unpaid order, at WeChat first. WeChat's answer decides what becomes of it. */
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import { done, refuse, useCase } from '../_ports/useCase'
import { isSettled } from '../_orders/bringUpToDate'
import { closeOrder } from '../_orders/closeOrder'
import { orderOfCaller } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'

export const cancelPayment = useCase(CancelPayment, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  if (!standing) return refuse('notFound')
  const order = isSettled(standing) ? standing : await closeOrder(ports, standing)
  return done({ orderNumber, state: publicState[order.fields.state], asOf: ports.clock.now() })
})
