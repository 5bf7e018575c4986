/** 本部门的名单: which rosters of a kind are the department's own, and who of a part of the county stands on them under their own name. */
import type { ImportKind } from '../../shared/contracts/imports'
import type { CivilDay } from '../../shared/rules/civilDay'
import { civilDayOf } from '../_ports/clock'
import type { Documents } from '../_ports/store'
import { listsIdentities } from './importKinds'
import { importsOf } from './importRecord'
import type { StaffCaller } from '../_ports/ports'
import { everybodyOn, membersOf, underOtherName } from './rosterMembers'
import { standingRosters, type StandingRosters, type TakenRoster } from './rosterStanding'

/** The kinds of roster of people that somebody's account names. */
export const departmentKinds = (staff: StaffCaller): ImportKind[] => importsOf(staff).filter(listsIdentities)

/** The rosters that count and were brought by a department, or by the bureau for it. What a town handed in is the town's. */
export const departmentRosters = (taken: readonly TakenRoster[]): StandingRosters[] =>
  standingRosters(taken.filter(({ startedAs }) => startedAs !== 'clerk'))

/** The day the newest roster of these was taken in; null where none stands. */
export function newestDay(taken: readonly TakenRoster[], importIds: readonly string[]): CivilDay | null {
  const days = taken.filter(({ importId }) => importIds.includes(importId))
  const newest = days.at(-1)
  return newest ? civilDayOf(newest.committedAt) : null
}

type Reading = Pick<Documents, 'get'>

/** Who of a part stands on these rosters. A row with somebody's number and another name tells nobody's department about them. */
export const namedInPart = (
  documents: Reading,
  { importIds }: StandingRosters,
  partition: string,
): Promise<ReadonlySet<string>> =>
  namedOnEach(documents, importIds, (importId) => membersOf(documents, [importId], partition))

/** The same of the whole county. */
export const namedOn = (documents: Reading, { importIds }: StandingRosters): Promise<ReadonlySet<string>> =>
  namedOnEach(documents, importIds, (importId) => everybodyOn(documents, [importId]))

/** Where it is not known any more who stands on a roster, that one names nobody. */
async function namedOnEach(
  documents: Reading,
  importIds: readonly string[],
  membersOn: (importId: string) => Promise<ReadonlySet<string> | undefined>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const importId of importIds) {
    const others = await underOtherName(documents, importId)
    for (const member of (await membersOn(importId)) ?? [])
      if (others && !others.has(member)) named.add(member)
  }
  return named
}
