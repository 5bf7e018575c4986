/**
 * 工作经费: money for the towns per head enrolled, by the day on which the task was done (pubei-2020#八(四)). Done is done: later
 * steps give no more. The notice does not say on which day heads are counted.
 */
import type { FundUnit, ProgressUnit } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import type { CivilDay } from '../../shared/rules/civilDay'
import { fenOf } from '../../shared/rules/money'
import type { TownFields } from './progressRecord'

type WorkFund = NonNullable<PolicyTable['workFund']>

/** One unit's part of the fund as of a day. A step is reached where so many as the target were enrolled by its day. */
export function fundOf(
  fund: WorkFund,
  { name, target, done }: Pick<ProgressUnit, 'name' | 'target' | 'done'>,
  { heads, undated }: Pick<TownFields, 'heads' | 'undated'>,
  day: CivilDay,
): FundUnit {
  const unit = { name, target, done, undated, step: null, readings: [] }
  if (target === null) return { ...unit, state: 'noTarget' }
  const reached = fund.steps.findIndex((_step, at) => (heads[at] ?? 0) >= target)
  if (reached >= 0) {
    const fenPerHead = fenOf(fund.steps[reached]?.yuanPerHead ?? 0)
    const ways = [...new Set([heads[reached] ?? 0, done])].sort((one, other) => one - other)
    const readings = ways.map((people) => ({ heads: people, fen: people * fenPerHead }))
    return { ...unit, state: 'reached', step: reached, readings }
  }
  const next = fund.steps.findIndex(({ doneBy }) => doneBy >= day)
  if (next >= 0) return { ...unit, state: 'open', step: next }
  const fen = done * fenOf(fund.afterwardsYuanPerHead)
  return { ...unit, state: 'missed', readings: [{ heads: done, fen }] }
}
