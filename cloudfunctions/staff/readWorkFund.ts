/** 工作经费: only where the notice promises it. */
import { ReadWorkFund, progressReaders } from '../../shared/contracts/progress'
import { citing } from '../../shared/rules/openValue'
import { fenOf } from '../../shared/rules/money'
import type { CivilDay } from '../../shared/rules/civilDay'
import { citedNotices } from '../_policies/citedNotices'
import { civilDayOf } from '../_ports/clock'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { readCounted, type Counted } from '../_progress/readCounted'
import { sumsOf } from '../_progress/reckoned'
import { unitsOf } from '../_progress/unitsOf'
import { fundOf } from '../_progress/workFund'
import { staffUseCase } from '../_staff/staffUseCase'

export const readWorkFund = staffUseCase(ReadWorkFund, progressReaders, async ({ coverageYear }, ports) => {
  const policy = ports.policies.inForce(ports.staff.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const counted = await readCounted(ports, policy)
  return done({
    asOf: counted.asOf,
    fund: shownFund(ports, policy, counted),
    notices: citedNotices(policy.table),
  })
})

function shownFund({ staff, clock }: StaffPorts, { table }: PolicyInForce, { towns, asOf }: Counted) {
  const { workFund, notice } = table
  if (!workFund) return null
  const day: CivilDay = asOf === null ? clock.today() : civilDayOf(asOf)
  // The task is the notice's: what an office imported does not release its money.
  const units = unitsOf(table, towns, [], staff.town)
  const headsOf = (name: string | null) =>
    towns.find(({ town }) => town === name) ?? { heads: workFund.steps.map(() => 0), undated: 0 }
  return {
    clauses: [...citing(notice.id)(workFund.clause)],
    steps: workFund.steps.map(({ doneBy, yuanPerHead }) => ({ doneBy, fenPerHead: fenOf(yuanPerHead) })),
    afterwardsFenPerHead: fenOf(workFund.afterwardsYuanPerHead),
    units: units.map((unit) => fundOf(workFund, unit, headsOf(unit.name), day)),
    bureau: staff.town === null ? ofBureau(workFund.bureauYuanPerHead, sumsOf(units).done) : null,
  }
}

function ofBureau(yuanPerHead: number | undefined, heads: number) {
  if (yuanPerHead === undefined) return null
  const fenPerHead = fenOf(yuanPerHead)
  return { fenPerHead, heads, fen: heads * fenPerHead }
}
