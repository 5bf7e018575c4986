/** 本部门名单, as its department sees it: its own rosters with the places of whoever stands on them, out of what was counted. */
import type { ReplyOf } from '../../shared/contracts/contract'
import type { ImportKind } from '../../shared/contracts/imports'
import type { ReadOwnRoster } from '../../shared/contracts/ownRoster'
import type { PolicyTable } from '../../shared/policy/table'
import { citing } from '../../shared/rules/openValue'
import { departmentKinds, departmentRosters, namedOn, newestDay } from '../_imports/departmentRosters'
import { takenIn } from '../_imports/rosterStanding'
import { citedNotices } from '../_policies/citedNotices'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import type { TownFields } from './progressRecord'
import { readCounted } from './readCounted'
import { unitsOf } from './unitsOf'

type Ports = Pick<StaffPorts, 'store' | 'staff'>
type Reply = ReplyOf<typeof ReadOwnRoster>

/**
 * Every kind of roster the account names: when it came, what the notice gives the department to do, and who of it the register knows where.
 */
export async function shownOwnRosters(ports: Ports, policy: PolicyInForce): Promise<Reply> {
  const { staff, store } = ports
  const { table, coverageYear } = policy
  const { towns, asOf } = await readCounted(ports, policy)
  const taken = await takenIn(store, staff.region)
  const standing = departmentRosters(taken)
  const inOrder = unitsOf(table, towns, [], staff.town).flatMap(({ name }) =>
    towns.filter(({ town }) => town === name),
  )
  const rosters = departmentKinds(staff).map((kind) => {
    const importIds = standing.find((roster) => roster.kind === kind)?.importIds ?? []
    const on = newestDay(taken, importIds)
    return { kind, on, duty: dutyOf(table, kind), ...countedOf(on === null ? [] : inOrder, kind) }
  })
  return { coverageYear, asOf, rosters, notices: citedNotices(table) }
}

function dutyOf({ notice, urging = [] }: PolicyTable, kind: ImportKind): Reply['rosters'][number]['duty'] {
  const duty = urging.find(({ roster }) => roster === kind)
  return duty ? { does: duty.does, clauses: [...citing(notice.id)(duty.clause)] } : null
}

/** A place in which the register knows nobody of the roster is none of theirs to hear of. */
function countedOf(towns: readonly TownFields[], kind: ImportKind) {
  const shown = towns.flatMap(({ town, rosters, villages }) => {
    const own = villages.flatMap((village) => {
      const counted = village.rosters[kind]
      return counted ? [{ name: village.village, ...counted }] : []
    })
    const counted = rosters[kind]
    return counted ? [{ name: town, ...counted, villages: own }] : []
  })
  const sum = (of: 'people' | 'missing') => shown.reduce((all, place) => all + place[of], 0)
  return { people: sum('people'), missing: sum('missing'), towns: shown }
}

/** Who stands on the department's rosters of a kind; undefined where the account does not name it, or none stands. */
export async function ownPeople(
  { store, staff }: Ports,
  kind: ImportKind,
): Promise<ReadonlySet<string> | undefined> {
  if (!departmentKinds(staff).includes(kind)) return undefined
  const standing = departmentRosters(await takenIn(store, staff.region))
  const roster = standing.find((one) => one.kind === kind)
  return roster && namedOn(store, roster)
}
