import type { StaffPorts } from '../_ports/ports'
import { noteLook } from './noteLook'

/** How somebody came to see one person: found by name and number, or opened. */
export type PersonLook = 'personFound' | 'personSeen' | 'personNotFound'

/** Writes down a look at one person before anything is handed out. A search that found nobody is about the caller's own account. */
export const notePersonSeen = (
  ports: StaffPorts,
  look: PersonLook,
  residentId: string | null,
): Promise<void> =>
  noteLook(
    ports,
    look,
    {},
    residentId === null ? `staffAccounts/${ports.staff.staffId}` : `residents/${residentId}`,
  )
