import type { StaffPorts } from '../_ports/ports'
import { noteEvent } from './noteEvent'

/** How somebody came to see one person: found by name and number, or opened. */
export type PersonLook = 'personFound' | 'personSeen' | 'personNotFound'

/** Writes down a look at one person before anything is handed out. A search that found nobody is about the caller's own account. */
export const notePersonSeen = (
  { store, staff, clock, cipher }: StaffPorts,
  look: PersonLook,
  residentId: string | null,
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `${look}-${cipher.randomId()}`, {
      actor: `staff:${staff.staffId}`,
      action: look,
      object: residentId === null ? `staffAccounts/${staff.staffId}` : `residents/${residentId}`,
      at: clock.now(),
      details: {},
    }),
  )
