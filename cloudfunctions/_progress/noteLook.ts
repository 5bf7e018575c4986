import { noteEvent } from '../_audit/noteEvent'
import type { StaffPorts } from '../_ports/ports'

/** What somebody saw of a county or took along from it, by codes and counts: every such look is an audit event of its own. */
export type Look =
  | 'progressExported'
  | 'missingListed'
  | 'ownMissingListed'
  | 'rulesExported'
  | 'missingOpened'
  | 'specialListed'

/** Writes it down before anything is handed out. `object` is one person's document where it is about one. */
export const noteLook = (
  { store, staff, clock, cipher }: StaffPorts,
  action: Look,
  details: Readonly<Record<string, string | number>>,
  object: `${string}/${string}` = `regions/${staff.region}`,
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
