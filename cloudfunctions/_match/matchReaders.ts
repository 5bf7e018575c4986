import type { Role } from '../../shared/contracts/staff'

/** Who may look at a match: the bureau decides, the departments whose rosters it compares look on, and who checks. */
export const matchReaders: readonly Role[] = ['bureau', 'department', 'auditor']
