import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { changesIn, type ImportChangesFields } from './importChanges'
import { changeImport, chunkId, importOf, moveImport, type Import } from './importRecord'
import { noteRosterUndone } from './rosterStanding'
import { workOf } from './workOf'

/** Puts everything of the next chunk back, in one transaction; what was changed at the last moment stays as it is. */
export function undoChunk(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff } = ports
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'undoing') return standing
    const { next: chunk, chunks } = standing.fields
    await putChunkBack(ports, documents, standing, chunk)
    if (chunk + 1 === chunks) await noteRosterUndone(documents, standing)
    const changes = { next: chunk + 1, changedAt: clock.now() }
    return changes.next < chunks
      ? changeImport(documents, standing, changes)
      : moveImport(documents, standing, { event: 'undoDone', by: staff.staffId }, changes)
  })
}

async function putChunkBack(
  ports: StaffPorts,
  documents: Documents,
  standing: Import,
  chunk: number,
): Promise<void> {
  const id = chunkId(standing.id, chunk)
  const stored = await documents.get<ImportChangesFields>('importChanges', id)
  const { putBack } = workOf(standing.fields.kind)
  for (const applied of changesIn(ports.cipher, id, stored?.fields))
    await putBack(ports, documents, standing, applied)
}
