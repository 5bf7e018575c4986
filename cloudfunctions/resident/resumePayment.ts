/** 接着付: the caller's own unpaid order once more, with the sum it was made with. */
import { ResumePayment } from '../../shared/contracts/resumePayment'
import { refuse, useCase } from '../_ports/useCase'
import { orderOfCaller } from '../_orders/orderRecord'
import { takeUp } from './handOut'

export const resumePayment = useCase(ResumePayment, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  return standing ? takeUp(ports, standing) : refuse('notFound')
})
