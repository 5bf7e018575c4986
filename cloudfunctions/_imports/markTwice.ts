import type { ImportMapping } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import { kindOf } from './importKinds'
import type { Import } from './importRecord'
import { parkedRows, parkRows } from './parkedRows'
import { headsOf, rowCells } from './rowCells'
import { workOf } from './workOf'

/**
 * Marks rows that are about the same as one before, with that one's number; only chunks that change are written again. Answers what
 * the file comes to: its rows, or the sum its kind of total states.
 */
export async function markTwice(
  ports: StaffPorts,
  { id, fields: { kind, chunks, rows } }: Import,
  mapping: ImportMapping,
): Promise<number> {
  const { keyOf } = workOf(kind)
  const { sumOf } = kindOf(kind)
  const seen = new Map<string, number>()
  let sum = 0
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const parked = await parkedRows(ports.cipher, ports.store, id, chunk)
    let changed = false
    for (const row of parked) {
      const cell = rowCells(mapping, row)
      sum += sumOf ? (headsOf(cell(sumOf)) ?? 0) : 0
      const key = keyOf(cell)
      const first = key === '' ? undefined : seen.get(key)
      if (first === undefined) seen.set(key, row.number)
      if (first === row.sameAs) continue
      changed = true
      if (first === undefined) delete row.sameAs
      else row.sameAs = first
    }
    if (changed) await parkRows(ports, id, chunk, parked)
  }
  return sumOf ? sum : rows
}
