import { clearImport } from '../_imports/clearImport'
import type { ImportFields } from '../_imports/importRecord'
import { pagesOf } from '../_ports/pages'
import type { JobPorts } from '../_ports/ports'
import type { Query } from '../_ports/store'

const dayMs = 24 * 60 * 60 * 1000

/**
 * 清理导入: goes on with imports that are being emptied, then takes those that have stood still for so many days, the longest first;
 * so many seconds at a time.
 */
export async function clearImports({ store, clock, schedule }: JobPorts): Promise<{ cleared: number }> {
  const now = Date.parse(clock.now())
  const before = new Date(now - schedule.importKeptDays * dayMs).toISOString()
  const until = now + schedule.importClearSeconds * 1000
  const goOn = (): boolean => Date.parse(clock.now()) < until
  let cleared = 0
  const due: Query['where'][] = [{ rowsAre: 'clearing' }, { rowsAre: 'kept', changedAt: { before } }]
  for (const where of due)
    for await (const page of pagesOf<ImportFields>(store, 'imports', {
      where,
      sort: { field: 'changedAt', order: 'ascending' },
      limit: 20,
    }))
      for (const { id } of page) {
        if (!goOn()) return { cleared }
        if (await clearImport({ store, clock }, id, goOn)) cleared += 1
      }
  return { cleared }
}
