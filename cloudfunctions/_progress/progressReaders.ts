import type { Role } from '../../shared/contracts/staff'

/** Who sees how far a county is: those who ask people to enroll, those who answer for the money, and those who check. */
export const progressReaders: readonly Role[] = ['clerk', 'bureau', 'tax', 'finance', 'auditor']

/** Who sees the people who are missing: those who go to their doors. */
export const doorWorkers: readonly Role[] = ['clerk', 'bureau']
