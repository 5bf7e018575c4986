import type { StaffPorts } from '../_ports/ports'
import { dependencesOf, withCounted } from './dependents'
import { changesOf } from './importChanges'
import {
  changeImport,
  dependentsSoFar,
  importOf,
  moveImport,
  nothingDepends,
  type Import,
} from './importRecord'
import { listsIdentities } from './importKinds'
import { noteRosterUndone } from './rosterStanding'

/**
 * Looks through the next chunk of what is to be undone for what depends on it by now. After the last one it is undone, or it stays
 * committed with what was found. Whoever is stopped looks through the chunk again, and of two who do it at once one counts it.
 */
export async function checkChunk(ports: StaffPorts, standing: Import): Promise<Import | undefined> {
  const { store, cipher, clock, staff } = ports
  const { id, revision, fields } = standing
  const applied = await changesOf(store, cipher, id, fields.next)
  const found = await dependencesOf(ports, standing, applied)
  const dependents = withCounted(
    dependentsSoFar(fields),
    found.map(({ why }) => why),
  )
  return store.transaction(async (documents) => {
    const now = await importOf(documents, staff, id)
    if (now?.revision !== revision) return now
    const changes = { next: fields.next + 1, dependents, changedAt: clock.now() }
    if (changes.next < fields.chunks) return changeImport(documents, now, changes)
    const by = staff.staffId
    if (Object.values(dependents).some((many) => many > 0))
      return moveImport(documents, now, { event: 'undoRefused', by, details: { ...dependents } }, changes)
    // Once the first row is put back, nothing may be concluded from who is not on it.
    if (listsIdentities(fields.kind)) await noteRosterUndone(documents, now)
    const begun = { next: 0, place: 0, dependents: nothingDepends }
    return moveImport(documents, now, { event: 'undoBegun', by }, { ...changes, ...begun })
  })
}
