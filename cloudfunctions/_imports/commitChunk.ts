import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { residentDocuments } from '../_residents/residentDocuments'
import { factsBefore, type ImportChange } from './importChanges'
import { kindOf } from './importKinds'
import { changeImport, chunkId, importOf, moveImport, type Import } from './importRecord'
import { noteRejects } from './parkedRows'
import { planChunk, type ChunkPlan } from './planChunk'
import { sum } from './tryChunks'

/**
 * Commits the next chunk in one transaction: residents, how they were before, and how far the import is. Whoever is stopped, or
 * does it at the same time as somebody else, finds it done or not done.
 */
export function commitChunk(ports: StaffPorts, importId: string): Promise<Import | undefined> {
  const { store, clock, staff } = ports
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committing') return standing
    const chunk = standing.fields.next
    const plan = await planChunk(ports, documents, standing, chunk)
    const changes: ImportChange[] = []
    for (const one of plan.plans) changes.push(await apply(ports, documents, standing, one))
    await noteRejects(documents, importId, chunk, plan.rejects)
    if (changes.length > 0) await documents.insert('importChanges', chunkId(importId, chunk), { changes })
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

async function apply(
  { cipher, staff }: StaffPorts,
  documents: Documents,
  { fields: { kind } }: Import,
  { person: { name, idNumber, town }, plan }: ChunkPlan['plans'][number],
): Promise<ImportChange> {
  if (plan.kind === 'changed') {
    const { id, revision, fields } = plan.resident
    await documents.replace('residents', id, revision, plan.fields)
    return { residentId: id, revision: revision + 1, indexId: null, before: factsBefore(fields) }
  }
  const residence = kindOf(kind).adds?.residence ?? null
  const unknown = { identities: null, otherCover: null, lastCovered: null, student: null }
  const person = { name, idNumber, region: staff.region, town, residence, ...unknown }
  const { resident, index } = residentDocuments(cipher, person)
  await documents.insert('residents', resident.id, resident.fields)
  const standing = await documents.get('residentIndex', index.id)
  if (standing) await documents.replace('residentIndex', index.id, standing.revision, index.fields)
  else await documents.insert('residentIndex', index.id, index.fields)
  return { residentId: resident.id, revision: 1, indexId: index.id, before: null }
}
