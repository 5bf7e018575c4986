import type { ImportCounts } from '../../shared/contracts/imports'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { changeImport, importOf, moveImport, type Import } from './importRecord'
import { withinOneCall } from './withinOneCall'
import { noteRejects } from './parkedRows'
import { planChunk } from './planChunk'

/** Goes on with the trial; whoever is stopped in between does the same chunks again. */
export async function tryChunks(ports: StaffPorts, standing: Import): Promise<Import> {
  const { store, clock, staff } = ports
  const { next, chunks } = standing.fields
  const goOn = withinOneCall()
  let counts = standing.fields.counts
  let until = next
  do {
    const plan = await planChunk(ports, store, standing, until)
    await noteRejects(store, standing.id, until, plan.rejects)
    counts = sum(counts, plan.counts)
    until += 1
    await giveWay()
  } while (until < chunks && goOn())
  return store.transaction(async (documents) => {
    const now = await importOf(documents, staff, standing.id)
    // Somebody else has gone on meanwhile, or has named the columns anew: what they did stands.
    if (!now || now.revision !== standing.revision) return now ?? standing
    const changes = { next: until, counts, changedAt: clock.now() }
    return until < chunks
      ? changeImport(documents, now, changes)
      : moveImport(documents, now, { event: 'triedOut', by: staff.staffId }, changes)
  })
}

export const sum = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  rejected: a.rejected + b.rejected,
})
