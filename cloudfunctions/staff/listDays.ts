/** 日结列表: how far each of the county's days is, the latest first. */
import type { DayLine } from '../../shared/contracts/day'
import { ListDays } from '../../shared/contracts/listDays'
import type { Day, DayFields } from '../_days/dayRecord'
import { pushDue } from '../_days/pushDue'
import { pushOf } from '../_days/pushRecord'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { moneyRoles } from '../_staff/moneyRoles'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 31

export const listDays = staffUseCase(ListDays, moneyRoles, async ({ cursor }, ports) => {
  const page = await ports.store.find<DayFields>('days', {
    where: {},
    sort: { field: 'date', order: 'descending' },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return done({
    days: await Promise.all(page.documents.map((day) => line(ports, day))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function line(ports: StaffPorts, { fields }: Day): Promise<DayLine> {
  const { region, date, state, reconciled, differences, version } = fields
  const push = (await pushOf(ports.store, region, date, version))?.fields
  return {
    date,
    stage: state,
    reconciled,
    differences,
    sent: push ? { payments: push.rows, fen: push.fen, at: push.madeAt } : null,
    dueBy: pushDue(ports, region, date).by,
  }
}
