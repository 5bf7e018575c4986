import type { Role } from '../../shared/contracts/staff'

/** Who makes forms: the town for its own people, the bureau for every town. */
export const formRoles: readonly Role[] = ['clerk', 'bureau']
