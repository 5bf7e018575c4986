import type { StaffCaller } from '../../../cloudfunctions/_ports/ports'
import type { Role } from '../../../shared/contracts/staff'
import { callers } from './people'

const rolesOfCounty: readonly Role[] = ['tax', 'tax', 'bureau', 'bureau', 'finance', 'finance', 'finance']

/** Two at the counter of the one town of each county. */
export const clerks: readonly StaffCaller[] = ['rivertown', 'lakeside'].flatMap((region) =>
  [1, 2].map((index) => ({
    staffId: `${region}-clerk-${index}`,
    name: '样例经办',
    role: 'clerk' as const,
    region,
    town: '样例镇',
    callerIndex: null,
  })),
)

/** Who sits in the offices of both counties, two or three at every desk. One of the bureau also pays for a family. */
export const staff: readonly StaffCaller[] = ['rivertown', 'lakeside'].flatMap((region) =>
  rolesOfCounty.map((role, index) => ({
    staffId: `${region}-${role}-${index}`,
    name: '样例经办',
    role,
    region,
    town: null,
    callerIndex: index === 2 ? (callers[2]?.index ?? null) : null,
  })),
)
