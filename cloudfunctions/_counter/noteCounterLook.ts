import { noteEvent } from '../_audit/noteEvent'
import type { StaffPorts } from '../_ports/ports'

/** Writes down that somebody at a counter was looked at, before anything is handed out; `object` is the person, or the list. */
export const noteCounterLook = (
  { store, staff, clock, cipher }: StaffPorts,
  action: 'counterPersonFound' | 'counterPaymentsListed' | 'townDayListed',
  object: `${string}/${string}`,
  details: Readonly<Record<string, string | number>>,
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `${action}-${cipher.randomId()}`, {
      actor: `staff:${staff.staffId}`,
      action,
      object,
      at: clock.now(),
      details,
    }),
  )
