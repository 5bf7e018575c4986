/** 一天的账: one day of the county, whole: sums, differences, and every version sent. */
import { DayAccount } from '../../shared/contracts/dayAccount'
import type { DifferenceShown, PushShown } from '../../shared/contracts/day'
import { citing } from '../../shared/rules/openValue'
import { dayOf } from '../_days/dayRecord'
import { daySums } from '../_days/daySums'
import { differencesOf, type DifferenceFields } from '../_days/differenceRecord'
import { pushDue } from '../_days/pushDue'
import { pushOf, type PushFields } from '../_days/pushRecord'
import { done, refuse } from '../_ports/useCase'
import { citedNotices } from '../_policies/citedNotices'
import { moneyRoles } from '../_staff/moneyRoles'
import { staffUseCase } from '../_staff/staffUseCase'

export const dayAccount = staffUseCase(DayAccount, moneyRoles, async ({ date }, ports) => {
  const { store, staff } = ports
  const day = await dayOf(store, staff.region, date)
  if (!day) return refuse('notFound')
  const { state, reconciled, version } = day.fields
  const { by, policy } = pushDue(ports, staff.region, date)
  const found = await differencesOf(store, staff.region, date)
  const numbers = Array.from({ length: version }, (_none, index) => version - index)
  const versions = await Promise.all(numbers.map((each) => pushOf(store, staff.region, date, each)))
  return done({
    date,
    stage: state,
    reconciled,
    due: {
      by,
      clauses: policy ? [...citing(policy.table.notice.id)(policy.table.collectionDetail?.clause)] : [],
    },
    sums: await daySums(store, staff.region, date),
    differences: found.map(({ fields }) => differenceShown(fields)),
    versions: versions.flatMap((push) => (push ? [pushShown(push.fields)] : [])),
    notices: policy ? citedNotices(policy.table) : [],
  })
})

const differenceShown = ({
  kind,
  number,
  hereFen,
  thereFen,
  foundAt,
  mendedAt,
}: DifferenceFields): DifferenceShown => ({
  kind,
  number,
  hereFen,
  thereFen,
  foundAt,
  mendedAt,
})

const pushShown = ({
  version,
  rows,
  fen,
  reconciled,
  madeAt,
  dueBy,
  departments,
}: PushFields): PushShown => ({
  version,
  payments: rows,
  fen,
  reconciled,
  madeAt,
  inTime: madeAt <= dueBy,
  departments: Object.entries(departments).map(([name, receipt]) => ({ name, ...receipt })),
})
