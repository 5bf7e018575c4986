import type { StaffPorts } from '../_ports/ports'
import { dependencesOf, withCounted } from './dependents'
import { changesOf } from './importChanges'
import {
  changeImport,
  dependentsSoFar,
  importOf,
  moveImport,
  nextPlaces,
  positionAfter,
  type Import,
} from './importRecord'
import type { Dependence } from './rowWork'
import { workOf } from './workOf'

/**
 * Puts the next changes of a chunk back, in one transaction with how far the import is: whoever is stopped, or does it at the same time
 * as somebody else, finds it done or not done. What something has begun to depend on since it was checked stays as it is, and is counted.
 */
export async function undoRows(ports: StaffPorts, standing: Import): Promise<Import | undefined> {
  const { store, cipher, clock, staff } = ports
  const { id, revision, fields } = standing
  const places = nextPlaces(standing)
  const held = await changesOf(store, cipher, id, fields.next)
  const applied = held.slice(places.from, places.before)
  const found = await dependencesOf(ports, standing, applied)
  const { putBack } = workOf(fields.kind)
  return store.transaction(async (documents) => {
    const now = await importOf(documents, staff, id)
    if (now?.revision !== revision) return now
    const stays: Dependence[] = []
    for (const [place, one] of applied.entries()) {
      const checked = found[place] ?? {}
      stays.push(checked.why ?? (await putBack(ports, documents, now, one, checked)))
    }
    const dependents = withCounted(dependentsSoFar(fields), stays)
    const changes = { ...positionAfter(now, places, held.length), dependents, changedAt: clock.now() }
    if (changes.next < fields.chunks) return changeImport(documents, now, changes)
    return moveImport(
      documents,
      now,
      { event: 'undoDone', by: staff.staffId, details: { ...dependents } },
      changes,
    )
  })
}
