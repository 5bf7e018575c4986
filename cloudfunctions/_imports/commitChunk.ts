import type { StaffPorts } from '../_ports/ports'
import { changesDocument, type Applied } from './importChanges'
import { changeImport, chunkId, importOf, moveImport, type Import } from './importRecord'
import { noteRejects } from './parkedRows'
import { planChunk } from './planChunk'
import { sum } from './tryChunks'

/**
 * Commits the next chunk in one transaction: what its rows change, how that was before, and how far the import is. Whoever is
 * stopped, or does it at the same time as somebody else, finds it done or not done.
 */
export function commitChunk(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff, cipher } = ports
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committing') return standing
    const chunk = standing.fields.next
    const plan = await planChunk(ports, documents, standing, chunk)
    const applied: Applied[] = []
    for (const one of plan.plans)
      if (one.kind === 'same') await one.note?.(documents)
      else applied.push(await one.apply(documents))
    await noteRejects(documents, importId, chunk, plan.rejects)
    const id = chunkId(importId, chunk)
    if (applied.length > 0) await documents.insert('importChanges', id, changesDocument(cipher, id, applied))
    const at = clock.now()
    const next = { next: chunk + 1, counts: sum(standing.fields.counts, plan.counts), changedAt: at }
    return next.next < standing.fields.chunks
      ? changeImport(documents, standing, next)
      : moveImport(
          documents,
          standing,
          { event: 'commitDone', by: staff.staffId },
          { ...next, committedAt: at },
        )
  })
}
