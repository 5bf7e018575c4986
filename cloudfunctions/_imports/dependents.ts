import type { StaffPorts } from '../_ports/ports'
import { changesIn, type ImportChangesFields } from './importChanges'
import { chunkId, type Import } from './importRecord'
import { workOf } from './workOf'

export interface Dependents {
  /** What somebody has changed since. */
  changed: number
  /** People who have been enrolled or have an order since. */
  paid: number
  /** Payments whose day has been closed since. */
  closed: number
}

/** What depends by now on what an import did. */
export async function dependentsOf(ports: StaffPorts, { id, fields }: Import): Promise<Dependents> {
  const found: Dependents = { changed: 0, paid: 0, closed: 0 }
  const { dependence } = workOf(fields.kind)
  for (let chunk = 0; chunk < fields.chunks; chunk += 1) {
    const changesId = chunkId(id, chunk)
    const stored = await ports.store.get<ImportChangesFields>('importChanges', changesId)
    for (const applied of changesIn(ports.cipher, changesId, stored?.fields)) {
      const why = await dependence(ports, applied, fields.committedAt ?? '')
      if (why) found[why] += 1
    }
  }
  return found
}
