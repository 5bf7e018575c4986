import { put } from '../_ports/put'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { changesDocument, changesOf, type Applied } from './importChanges'
import { changeImport, chunkId, importOf, nextPlaces, positionAfter, type Import } from './importRecord'
import { listsIdentities } from './importKinds'
import { noteRejects } from './parkedRows'
import { planChunk, reject, type ChunkPlan } from './planChunk'
import { noteMembers } from './rosterMembers'
import { sum } from './tryChunks'

/**
 * Commits the next rows of a chunk in one transaction: what they change, how that was before, who stands on them, and how far the import
 * is. Whoever is stopped, or does it at the same time as somebody else, finds it done or not done.
 */
export function commitRows(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff } = ports
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committing') return standing
    const { next: chunk, chunks, counts, kind } = standing.fields
    if (chunk >= chunks) return standing
    const places = nextPlaces(standing)
    const plan = await planChunk(ports, documents, standing, chunk, places)
    const applied = await applyAll(documents, standing, plan)
    for (const note of plan.notes) await note(documents)
    await noteRejects(documents, importId, chunk, plan.rejects, places)
    await noteChanges(ports, documents, { importId, chunk }, applied)
    if (listsIdentities(kind)) await noteMembers(documents, importId, chunk, plan.named)
    const position = positionAfter(standing, places, plan.rows)
    const changes = { ...position, counts: sum(counts, plan.counts), changedAt: clock.now() }
    return changeImport(documents, standing, changes)
  })
}

/** Adds what was done to what the chunk's rows before have done. */
async function noteChanges(
  { cipher }: StaffPorts,
  documents: Documents,
  { importId, chunk }: { importId: string; chunk: number },
  applied: readonly Applied[],
): Promise<void> {
  if (applied.length === 0) return
  const id = chunkId(importId, chunk)
  const all = [...(await changesOf(documents, cipher, importId, chunk)), ...applied]
  await put(documents, 'importChanges', id, changesDocument(cipher, id, all))
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
