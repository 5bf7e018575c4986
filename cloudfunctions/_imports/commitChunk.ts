import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { changesDocument, type Applied } from './importChanges'
import { changeImport, chunkId, importOf, moveImport, type Import } from './importRecord'
import { noteRosterTaken } from './rosterStanding'
import { noteRejects } from './parkedRows'
import { planChunk, reject, type ChunkPlan } from './planChunk'
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
    const applied = await applyAll(documents, standing, plan)
    for (const note of plan.notes) await note(documents)
    await noteRejects(documents, importId, chunk, plan.rejects)
    const id = chunkId(importId, chunk)
    if (applied.length > 0) await documents.insert('importChanges', id, changesDocument(cipher, id, applied))
    const at = clock.now()
    const next = { next: chunk + 1, counts: sum(standing.fields.counts, plan.counts), changedAt: at }
    if (next.next === standing.fields.chunks) await noteRosterTaken(documents, standing, at)
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

/** Does what was planned; what turns out to be in the way of a row makes it a rejected one. */
async function applyAll(
  documents: Documents,
  { fields: { mapping } }: Import,
  planned: ChunkPlan,
): Promise<Applied[]> {
  const applied: Applied[] = []
  for (const { place, plan } of planned.plans) {
    if (plan.kind === 'same') {
      await plan.note?.(documents)
      continue
    }
    const done = await plan.apply(documents)
    if ('change' in done) {
      applied.push(done)
      continue
    }
    planned.counts[plan.kind] -= 1
    reject(planned, mapping, place, done)
  }
  return applied
}
