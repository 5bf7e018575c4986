import { noteEvent } from '../_audit/noteEvent'
import type { StaffPorts } from '../_ports/ports'
import type { Import } from './importRecord'

/** Notes that somebody has read the rejected rows of an import: people are named in them. */
export const noteRejectsRead = (
  { store, staff, clock, cipher }: StaffPorts,
  { id, fields: { kind, counts } }: Import,
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `importRejectsRead-${cipher.randomId()}`, {
      actor: `staff:${staff.staffId}`,
      action: 'importRejectsRead',
      object: `imports/${id}`,
      at: clock.now(),
      details: { kind, rejected: counts.rejected },
    }),
  )
