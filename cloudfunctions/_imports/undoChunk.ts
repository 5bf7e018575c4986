import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import type { ImportChange, ImportChangesFields } from './importChanges'
import { changeImport, chunkId, importOf, moveImport, type Import } from './importRecord'
import { nobody } from './planRow'

/** Puts everybody of the next chunk back, in one transaction; who was changed at the last moment stays as they are. */
export function undoChunk(
  { store, clock, staff }: StaffPorts,
  importId: string,
): Promise<Import | undefined> {
  return store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'undoing') return standing
    const { next: chunk, chunks } = standing.fields
    const stored = await documents.get<ImportChangesFields>('importChanges', chunkId(importId, chunk))
    for (const change of stored?.fields.changes ?? []) await putBack(documents, change)
    const changes = { next: chunk + 1, changedAt: clock.now() }
    return changes.next < chunks
      ? changeImport(documents, standing, changes)
      : moveImport(documents, standing, { event: 'undoDone', by: staff.staffId }, changes)
  })
}

/** Nothing is ever deleted here: an added resident is no longer found, because the index leads to nobody. */
async function putBack(
  documents: Documents,
  { residentId, revision, indexId, before }: ImportChange,
): Promise<void> {
  const resident = await documents.get<ResidentFields>('residents', residentId)
  if (resident?.revision !== revision) return
  if (before) await documents.replace('residents', residentId, revision, { ...resident.fields, ...before })
  if (indexId === null) return
  const index = await documents.get('residentIndex', indexId)
  if (index?.fields.residentId === residentId)
    await documents.replace('residentIndex', indexId, index.revision, { residentId: nobody })
}
