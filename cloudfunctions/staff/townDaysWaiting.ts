/** 没结的日结: what a town's clerk has still to close, and what waits for a second person. */
import { TownDaysWaiting } from '../../shared/contracts/townDay'
import type { ReversalFields } from '../_counter/reversalRecord'
import type { TownDayFields } from '../_counter/townDayRecord'
import { townDayReaders } from '../_counter/townDayReaders'
import { pagesOf } from '../_ports/pages'
import type { StaffPorts } from '../_ports/ports'
import type { Fields } from '../_ports/store'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const most = 31

export const townDaysWaiting = staffUseCase(TownDaysWaiting, townDayReaders, async (_request, ports) => {
  const today = ports.clock.today()
  const { staffId } = ports.staff
  const [toClose, toConfirm, reversals] = await Promise.all([
    oldest<TownDayFields>(
      ports,
      { collection: 'townDays', state: 'open', by: 'date' },
      // What was entered and withdrawn again leaves a day with nothing in it.
      ({ date, payments, reversals: made }) => payments + made > 0 && date < today,
    ),
    oldest<TownDayFields>(
      ports,
      { collection: 'townDays', state: 'closed', by: 'date' },
      ({ closedBy }) => closedBy !== staffId,
    ),
    oldest<ReversalFields>(
      ports,
      { collection: 'counterReversals', state: 'asked', by: 'askedAt' },
      ({ askedBy }) => askedBy !== staffId,
    ),
  ])
  return done({
    toClose: toClose.map(placed),
    toConfirm: toConfirm.map(placed),
    reversals: reversals.length,
  })
})

/** The oldest in a state of which the caller is to do something; those that wait for nobody take no place from them. */
async function oldest<F extends Fields>(
  { store }: StaffPorts,
  { collection, state, by }: { collection: string; state: string; by: string },
  waits: (fields: F) => boolean,
): Promise<F[]> {
  const found: F[] = []
  const query = { where: { state }, sort: { field: by, order: 'ascending' }, limit: 200 } as const
  for await (const page of pagesOf<F>(store, collection, query)) {
    found.push(...page.map(({ fields }) => fields).filter(waits))
    if (found.length >= most) break
  }
  return found.slice(0, most)
}

const placed = ({ town, date }: TownDayFields) => ({ town, date })
