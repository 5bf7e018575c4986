import type { Role } from '../../shared/contracts/staff'

/** Who sees the towns' days: a town's clerk their own, and those who answer for all of them. */
export const townDayReaders: readonly Role[] = ['clerk', 'bureau', 'finance', 'auditor']
