import { addDays, yearOf, type CivilDay } from '../../shared/rules/civilDay'
import { policiesOf } from '../_policies/policiesOf'
import type { Policies, PolicyInForce } from '../_ports/policies'
import { instantAt, type Schedule } from '../_ports/schedule'

/** When, and by whose word. */
export interface PushDue {
  /** The table it is read from; undefined for a region without one. */
  policy: PolicyInForce | undefined
  placeName: string
  /** `HH:MM` on the next civil day. */
  time: string
  /** The clause that states it; null: the notice states none, the usual time of this service holds. */
  clause: string | null
  /** Instant, UTC. */
  by: string
  /** From when it is sent as it is, without a bill or with differences: late is worse. */
  asItIsFrom: string
}

/** By when a county's day is to be pushed: as its notice says, or at this service's usual time. */
export function pushDue(
  { policies, schedule }: { policies: Policies; schedule: Schedule },
  region: string,
  date: CivilDay,
): PushDue {
  const policy = policyOf(policiesOf(policies, region), date)
  const stated = policy?.table.collectionDetail
  const time = stated?.byNextDay ?? schedule.usualPushBy
  const by = instantAt(addDays(date, 1), time)
  return {
    policy,
    placeName: policy?.table.place.name ?? region,
    time,
    clause: stated ? [stated.clause].flat().join('、') : null,
    by,
    asItIsFrom: new Date(Date.parse(by) - schedule.pushMinutesAhead * 60_000).toISOString(),
  }
}

/** The latest notice that may have been in force: fees are collected in the coverage year and the year before it. */
const policyOf = (years: readonly PolicyInForce[], date: CivilDay): PolicyInForce | undefined =>
  years.filter(({ coverageYear }) => coverageYear <= yearOf(date) + 1).at(-1) ?? years[0]
