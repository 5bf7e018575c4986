/** 没结的日结: what a town's clerk has still to close, and what waits for a second person. */
import { TownDaysWaiting } from '../../shared/contracts/townDay'
import type { ReversalFields } from '../_counter/reversalRecord'
import type { TownDayFields } from '../_counter/townDayRecord'
import { townDayReaders } from '../_counter/townDayReaders'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const most = 31

export const townDaysWaiting = staffUseCase(TownDaysWaiting, townDayReaders, async (_request, ports) => {
  const { clock, staff } = ports
  const [open, closed, reversals] = await Promise.all([
    daysIn(ports, 'open'),
    daysIn(ports, 'closed'),
    reversalsAsked(ports),
  ])
  return done({
    // What was entered and withdrawn again leaves a day with nothing in it.
    toClose: open
      .filter(({ date, payments, reversals: made }) => payments + made > 0 && date < clock.today())
      .map(placed),
    toConfirm: closed.filter(({ closedBy }) => closedBy !== staff.staffId).map(placed),
    reversals: reversals.filter(({ askedBy }) => askedBy !== staff.staffId).length,
  })
})

async function daysIn({ store }: StaffPorts, state: TownDayFields['state']): Promise<TownDayFields[]> {
  const { documents } = await store.find<TownDayFields>('townDays', {
    where: { state },
    sort: { field: 'date', order: 'ascending' },
    limit: most,
  })
  return documents.map(({ fields }) => fields)
}

async function reversalsAsked({ store }: StaffPorts): Promise<ReversalFields[]> {
  const { documents } = await store.find<ReversalFields>('counterReversals', {
    where: { state: 'asked' },
    sort: { field: 'askedAt', order: 'ascending' },
    limit: most,
  })
  return documents.map(({ fields }) => fields)
}

const placed = ({ town, date }: TownDayFields) => ({ town, date })
