/** 等复核的冲销: what somebody asked to have reversed and a second person has not looked at. */
import { ListReversals } from '../../shared/contracts/counterReversals'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import type { ReversalFields } from '../_counter/reversalRecord'
import { shownReversal } from '../_counter/shownReversal'
import { townDayReaders } from '../_counter/townDayReaders'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 30

export const listReversals = staffUseCase(ListReversals, townDayReaders, async ({ cursor }, ports) => {
  const page = await ports.store.find<ReversalFields>('counterReversals', {
    where: { state: 'asked' },
    sort: { field: 'askedAt', order: 'ascending' },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const seen = page.documents.map(({ fields }) => fields.residentId)
  await notePeopleSeen(ports, 'counterPayments', seen)
  return done({
    reversals: await Promise.all(page.documents.map((one) => shownReversal(ports, one))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
