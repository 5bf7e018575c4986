/** 凭证: what was paid, for whom, and how far the money is, as frozen when the order was made. */
import { Receipt } from '../../shared/contracts/receipt'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { orderOfCaller } from '../_orders/orderRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { citedNotices, placeOf } from './citedNotices'

export const receipt = useCase(Receipt, async ({ orderNumber }, ports) => {
  const standing = await orderOfCaller(ports, orderNumber)
  if (!standing) return refuse('notFound')
  const { fields } = await bringUpToDate(ports, standing)
  if (fields.state !== 'paid' || fields.paidAt === null) return refuse('notPaid')

  const { residentId, region, coverageYear, fen, paidAt, coverageFrom, coverageTo, clauses } = fields
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  const policy = ports.policies.inForce(region, coverageYear)
  if (!stored || !policy) throw new Error(`order ${orderNumber} has lost its resident or its table`)
  const { name, idNumber } = openResident(ports.cipher, stored)
  return done({
    number: orderNumber,
    people: [{ residentId, name, maskedId: maskIdNumber(idNumber), fen }],
    place: placeOf(policy.table),
    coverageYear,
    fen,
    paidAt,
    status: { tax: 'received', bureau: 'awaiting', asOf: ports.clock.now() },
    coverageFrom,
    coverageTo,
    clauses,
    notices: citedNotices(policy.table),
  })
})
