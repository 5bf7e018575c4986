/** 付好了没有: the server's word on an order; what the phone believes about its own payment counts for nothing. */
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { orderOfCaller } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'
import { standingResident } from '../_residents/residentRecord'

export const paymentStatus = useCase(PaymentStatus, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  if (!standing) return refuse('notFound')
  const { fields } = await bringUpToDate(ports, standing)
  const { state, fen, coverageYear, paidAt } = fields
  const residents = await Promise.all(fields.lines.map((line) => standingResident(ports, line.residentId)))
  const people = residents.map(({ id, name }) => ({ residentId: id, name }))
  const asOf = ports.clock.now()
  return done({ orderNumber, state: publicState[state], fen, people, coverageYear, paidAt, asOf })
})
