import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { changesIn, type ImportChangesFields } from './importChanges'
import {
  changeImport,
  chunkId,
  importOf,
  moveImport,
  nextPlaces,
  positionAfter,
  type Import,
  type Places,
} from './importRecord'
import { listsIdentities } from './importKinds'
import { noteRosterUndone } from './rosterStanding'
import { workOf } from './workOf'

/** Puts the next changes of a chunk back, in one transaction; what was changed at the last moment stays as it is. */
export function undoRows(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff } = ports
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'undoing') return standing
    const places = nextPlaces(standing)
    const held = await putBack(ports, documents, standing, places)
    const changes = { ...positionAfter(standing, places, held), changedAt: clock.now() }
    if (changes.next < standing.fields.chunks) return changeImport(documents, standing, changes)
    if (listsIdentities(standing.fields.kind)) await noteRosterUndone(documents, standing)
    return moveImport(documents, standing, { event: 'undoDone', by: staff.staffId }, changes)
  })
}

/** Puts back what stands at these places of the chunk's changes, and answers how many changes it holds in all. */
async function putBack(
  ports: StaffPorts,
  documents: Documents,
  standing: Import,
  { from, before }: Places,
): Promise<number> {
  const id = chunkId(standing.id, standing.fields.next)
  const stored = await documents.get<ImportChangesFields>('importChanges', id)
  const applied = changesIn(ports.cipher, id, stored?.fields)
  const work = workOf(standing.fields.kind)
  for (const one of applied.slice(from, before)) await work.putBack(ports, documents, standing, one)
  return applied.length
}
