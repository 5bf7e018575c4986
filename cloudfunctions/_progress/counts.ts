import { importKind } from '../../shared/contracts/imports'
import type { ProgressCounts } from '../../shared/contracts/progress'
import type { RosterCounts } from './progressRecord'

/** Nobody. */
export const noCounts = (): ProgressCounts => ({
  registered: 0,
  employee: 0,
  wechat: 0,
  counter: 0,
  roster: 0,
  onBehalf: 0,
  exempt: 0,
  elsewhere: 0,
  subsidised: 0,
  lastYear: 0,
  other: 0,
})

const keys = Object.keys(noCounts()) as (keyof ProgressCounts)[]

/** Two places together, count by count. */
export const addCounts = (one: ProgressCounts, other: ProgressCounts): ProgressCounts => {
  const sum = noCounts()
  for (const key of keys) sum[key] = one[key] + other[key]
  return sum
}

/** The same of who stands on rosters; a kind of which neither place has anybody stays out. */
export function addRosters(one: RosterCounts, other: RosterCounts): RosterCounts {
  const sum: RosterCounts = {}
  for (const kind of importKind.options) {
    const [a, b] = [one[kind], other[kind]]
    if (a ?? b)
      sum[kind] = {
        people: (a?.people ?? 0) + (b?.people ?? 0),
        missing: (a?.missing ?? 0) + (b?.missing ?? 0),
      }
  }
  return sum
}

/** 到账人数: enrolled in whatever way. */
export const doneOf = ({ wechat, counter, roster, onBehalf }: ProgressCounts): number =>
  wechat + counter + roster + onBehalf
