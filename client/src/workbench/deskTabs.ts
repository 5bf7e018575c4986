import { progressReaders } from '../../../shared/contracts/progress'
import { desksOf, type Role } from '../../../shared/contracts/staff'
import { complaintDesksOf } from '../../../shared/contracts/staffComplaints'
import { importers } from '../../../shared/contracts/whoImports'
import { replace } from '../navigation'
import { workbench as words } from '../texts/workbench'

/** A page of the desk that has a tab. */
export type Tab = keyof typeof words.nav

/** 资金、管理: pages that share one word in the row of tabs, and stand in a second row once one of them is open. */
type Group = keyof typeof words.groups

interface DeskTab {
  key: Tab
  group?: Group
  /** Left out: everybody at a desk. The service refuses the others whatever stands here. */
  roles?: readonly Role[]
  go(role: Role): void
}

const moneyDesks = Object.keys(desksOf) as Role[]

/** The pages of the desk, in the order of its tabs. */
const tabs: readonly DeskTab[] = [
  { key: 'today', go: () => replace('today', {}) },
  { key: 'imports', roles: importers, go: () => replace('imports', {}) },
  {
    key: 'match',
    roles: ['bureau', 'department', 'finance', 'clerk', 'auditor'],
    go: () => replace('match', {}),
  },
  { key: 'progress', roles: progressReaders, go: () => replace('progress', {}) },
  { key: 'ownRoster', roles: ['department'], go: () => replace('ownRoster', {}) },
  { key: 'person', roles: ['clerk', 'bureau', 'auditor'], go: () => replace('person', {}) },
  { key: 'forms', roles: ['clerk', 'bureau'], go: () => replace('forms', {}) },
  { key: 'counter', group: 'money', roles: ['clerk', 'bureau'], go: () => replace('counter', {}) },
  {
    key: 'townDays',
    group: 'money',
    roles: ['clerk', 'bureau', 'finance', 'auditor'],
    go: () => replace('townDay', {}),
  },
  {
    key: 'refunds',
    group: 'money',
    roles: moneyDesks,
    go: (role) => replace('refundDesk', { desk: desksOf[role]?.[0] ?? 'tax' }),
  },
  { key: 'days', group: 'money', roles: moneyDesks, go: () => replace('days', {}) },
  {
    key: 'proofs',
    group: 'letters',
    roles: ['clerk', 'bureau', 'auditor'],
    go: () => replace('proofDesk', {}),
  },
  {
    key: 'complaints',
    group: 'letters',
    roles: ['clerk', 'bureau', 'tax', 'auditor'],
    go: (role) => replace('complaintDesk', { desk: complaintDesksOf[role]?.[0] ?? 'town' }),
  },
  { key: 'rules', group: 'office', roles: ['bureau', 'auditor'], go: () => replace('rules', {}) },
  { key: 'accounts', group: 'office', roles: ['bureau', 'auditor'], go: () => replace('accounts', {}) },
  { key: 'audit', group: 'office', roles: ['bureau', 'auditor'], go: () => replace('audit', {}) },
  { key: 'school', roles: ['school'], go: () => replace('school', {}) },
]

/** One word of the navigation and where it leads. */
export interface Way {
  key: string
  text: string
  on: boolean
  go: () => void
}

/** The row of tabs for whoever has this role on this page, and the row below it of the pages that share the open tab's word. */
export function waysOf(role: Role, open: Tab): { first: Way[]; second: Way[] } {
  const own = tabs.filter(({ roles }) => roles === undefined || roles.includes(role))
  const groupOf = (tab: Tab): Group | undefined => tabs.find(({ key }) => key === tab)?.group
  const sharing = (group: Group | undefined) =>
    own.filter((tab) => group !== undefined && tab.group === group)
  const way = ({ key, go }: DeskTab): Way => ({
    key,
    text: words.nav[key],
    on: key === open,
    go: () => go(role),
  })
  const first = own.flatMap((tab) => {
    const members = sharing(tab.group)
    if (tab.group === undefined || members.length < 2) return [way(tab)]
    if (members[0] !== tab) return []
    return [{ ...way(tab), text: words.groups[tab.group], on: tab.group === groupOf(open) }]
  })
  const second = sharing(groupOf(open)).map(way)
  return { first, second: second.length < 2 ? [] : second }
}
