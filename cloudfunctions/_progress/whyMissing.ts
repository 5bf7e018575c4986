import type { MissingWhy } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import { covers } from '../../shared/rules/conditions'
import type { ResidentFields } from '../_residents/residentRecord'

/** Whether the notice subsidises this identity, of whatever grade and under whatever further condition. */
export type Subsidises = (code: string) => boolean

/** The identities a table subsidises, of any grade; each code is looked up once, because a county asks for it by the thousand. */
export function subsidisedBy({ subsidies }: PolicyTable): Subsidises {
  const listed = subsidies.flatMap(({ identities, amount }) => (amount === 'none' ? [] : identities))
  const known = new Map<string, boolean>()
  return (code) => {
    let found = known.get(code)
    if (found === undefined)
      known.set(code, (found = listed.some((each) => covers(each, code) || covers(code, each))))
    return found
  }
}

/** What is known of somebody who is not enrolled. */
export interface Unenrolled {
  resident: Pick<ResidentFields, 'otherCover' | 'identities' | 'lastCovered'>
  /** Whether an enrollment of the year before stands. */
  wasEnrolled: boolean
  /** Whether the bureau has checked that they belong to a special group. */
  isExempt: boolean
}

/**
 * Why somebody of the register who is not enrolled is not: the first that fits. `employee` and `exempt` are not asked to enroll;
 * everybody else is missing. Said by the register, never found out.
 */
export function whyUnenrolled(
  { resident: { otherCover, identities, lastCovered }, wasEnrolled, isExempt }: Unenrolled,
  coverageYear: number,
  subsidises: Subsidises,
): MissingWhy | 'employee' | 'exempt' {
  if (otherCover === 'employee') return 'employee'
  if (isExempt) return 'exempt'
  if (otherCover === 'residentElsewhere') return 'elsewhere'
  if (identities?.some(({ code }) => subsidises(code))) return 'subsidised'
  return wasEnrolled || lastCovered === coverageYear - 1 ? 'lastYear' : 'other'
}
