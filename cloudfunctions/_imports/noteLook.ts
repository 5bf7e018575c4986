import { noteEvent } from '../_audit/noteEvent'
import type { StaffPorts } from '../_ports/ports'
import type { Import } from './importRecord'

/** Notes that somebody has read, or taken along, the rejected rows of an import: people are named in them. */
export const noteLook = (
  { store, staff, clock, cipher }: StaffPorts,
  { id, fields: { kind, counts } }: Import,
  action: 'importRejectsRead' | 'importRejectsTaken',
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `${action}-${cipher.randomId()}`, {
      actor: `staff:${staff.staffId}`,
      action,
      object: `imports/${id}`,
      at: clock.now(),
      details: { kind, rejected: counts.rejected },
    }),
  )
