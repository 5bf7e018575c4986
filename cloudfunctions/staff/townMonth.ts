/** 月览: a town's days of one month. */
import { TownMonth } from '../../shared/contracts/townDay'
import { tillOf } from '../_counter/actOnTownDay'
import { shownTownDay } from '../_counter/shownTownDay'
import { townDayReaders } from '../_counter/townDayReaders'
import type { TownDayFields } from '../_counter/townDayRecord'
import { deskPolicy } from '../_policies/deskPolicy'
import { done } from '../_ports/useCase'
import { townsWithin } from '../_residents/placesWithin'
import { staffUseCase } from '../_staff/staffUseCase'

const daysOfMonth = 31

export const townMonth = staffUseCase(TownMonth, townDayReaders, async ({ town: asked, month }, ports) => {
  const { clock, store } = ports
  const today = clock.today()
  const towns = await townsWithin(ports, deskPolicy(ports))
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
