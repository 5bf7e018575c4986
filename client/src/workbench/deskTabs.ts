import { desksOf, type Role } from '../../../shared/contracts/staff'
import { replace } from '../navigation'
import type { workbench as words } from '../texts/workbench'

export type Tab = keyof typeof words.nav

interface DeskTab {
  key: Tab
  /** Left out: everybody at a desk. The service refuses the others whatever stands here. */
  roles?: readonly Role[]
  go(role: Role): void
}

const moneyDesks = Object.keys(desksOf) as Role[]

/** The pages of the desk, in the order of its tabs. */
const tabs: readonly DeskTab[] = [
  { key: 'today', go: () => replace('today', {}) },
  { key: 'imports', roles: ['clerk', 'bureau', 'department'], go: () => replace('imports', {}) },
  {
    key: 'refunds',
    roles: moneyDesks,
    go: (role) => replace('refundDesk', { desk: desksOf[role]?.[0] ?? 'tax' }),
  },
  { key: 'days', roles: moneyDesks, go: () => replace('days', {}) },
  { key: 'rules', roles: ['bureau', 'auditor'], go: () => replace('rules', {}) },
  { key: 'school', roles: ['school'], go: () => replace('school', {}) },
]

/** The tabs of whoever has this role. */
export const tabsOf = (role: Role): readonly DeskTab[] =>
  tabs.filter(({ roles }) => roles === undefined || roles.includes(role))
