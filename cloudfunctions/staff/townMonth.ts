/** 月览: a town's days of one month. */
import { TownMonth } from '../../shared/contracts/townDay'
import { tillOf } from '../_counter/actOnTownDay'
import { shownTownDay } from '../_counter/shownTownDay'
import type { TownDayFields } from '../_counter/townDayRecord'
import { currentPolicy } from '../_policies/currentPolicy'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'
import { townDayReaders } from '../_counter/townDayReaders'

const daysOfMonth = 31

export const townMonth = staffUseCase(TownMonth, townDayReaders, async ({ town: asked, month }, ports) => {
  const { clock, store, staff } = ports
  const today = clock.today()
  const towns = staff.town === null ? townsOf(ports) : [staff.town]
  const till = tillOf(ports, asked ?? towns[0] ?? null)
  if (!till) return done({ town: null, towns, days: [], today })
  const { town } = till
  const { documents } = await store.find<TownDayFields>('townDays', {
    where: { town, date: { from: `${month}-01`, to: `${month}-31` } },
    sort: { field: 'date', order: 'ascending' },
    limit: daysOfMonth,
  })
  const days = await Promise.all(documents.map(({ fields }) => shownTownDay(store, fields)))
  return done({ town, towns, days, today })
})

/** In the order in which the notice lists them. */
function townsOf({ policies, staff, clock }: StaffPorts): string[] {
  const table = currentPolicy(policies, staff.region, clock.today())?.table
  return table?.targets?.rows.map(({ name }) => name) ?? []
}
