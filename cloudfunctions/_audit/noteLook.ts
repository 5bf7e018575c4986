import { actorOf, type AuditEvent } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import { noteEvent } from './noteEvent'

/** What somebody saw, or took along: every such look is an audit event of its own. */
export type Look =
  | 'progressExported'
  | 'missingListed'
  | 'ownMissingListed'
  | 'rulesExported'
  | 'missingOpened'
  | 'specialListed'
  | 'peopleListed'
  | 'personFound'
  | 'personSeen'
  | 'personNotFound'
  | 'importRejectsRead'
  | 'auditListed'

/** Writes a look down before anything is handed out. `object`: what was looked at; left out, something of the whole region. */
export const noteLook = (
  { store, staff, clock, cipher }: StaffPorts,
  action: Look,
  details: AuditEvent['details'] = {},
  object: AuditEvent['object'] = `regions/${staff.region}`,
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `${action}-${cipher.randomId()}`, {
      actor: actorOf(staff),
      action,
      object,
      at: clock.now(),
      details,
    }),
  )
