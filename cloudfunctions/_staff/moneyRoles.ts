import type { Role } from '../../shared/contracts/staff'

/** Who sees the county's money: those who take it in, those who answer for it, and those who check. */
export const moneyRoles: readonly Role[] = ['bureau', 'tax', 'finance', 'auditor']
