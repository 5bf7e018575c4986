import type { ImportMapping } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import type { Import } from './importRecord'
import { parkedRows, parkRows } from './parkedRows'

/** Marks rows whose ID number stands in the file before; only chunks that change are written again. */
export async function markTwice(
  ports: StaffPorts,
  { id, fields }: Import,
  mapping: ImportMapping,
): Promise<void> {
  const column = mapping.idNumber ?? 0
  const seen = new Set<string>()
  for (let chunk = 0; chunk < fields.chunks; chunk += 1) {
    const rows = await parkedRows(ports.cipher, ports.store, id, chunk)
    let changed = false
    for (const row of rows) {
      const number = String(row.cells[column - 1] ?? '')
        .replace(/\s/g, '')
        .toUpperCase()
      const twice = number !== '' && seen.has(number)
      seen.add(number)
      if (twice === (row.twice === true)) continue
      changed = true
      if (twice) row.twice = true
      else delete row.twice
    }
    if (changed) await parkRows(ports, id, chunk, rows)
  }
}
