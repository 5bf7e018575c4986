import type { StaffPorts } from '../_ports/ports'
import { listsIdentities } from './importKinds'
import { importOf, moveImport, type Import } from './importRecord'
import { sortMembers } from './rosterMembers'
import { noteRosterTaken } from './rosterStanding'

/** After the last chunk: the import is committed. A roster of identities counts from here on, so it is sorted first who stands on it. */
export async function finishCommit(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff } = ports
  const written = await importOf(store, staff, importId)
  if (written?.fields.state !== 'committing' || written.fields.next < written.fields.chunks) return written
  const isRoster = listsIdentities(written.fields.kind)
  if (isRoster) await sortMembers(store, written)
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committing') return standing
    const at = clock.now()
    if (isRoster) await noteRosterTaken(documents, standing, at)
    return moveImport(
      documents,
      standing,
      { event: 'commitDone', by: staff.staffId },
      { committedAt: at, changedAt: at },
    )
  })
}
