import type { Role } from '../../shared/contracts/staff'

/** Who needs the list of what is owed: the bureau, the office that pays, the towns that pay out or tell people, and who checks. */
export const supplementReaders: readonly Role[] = ['bureau', 'finance', 'clerk', 'auditor']
