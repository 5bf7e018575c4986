import type { ImportField, ImportMapping } from '../../shared/contracts/imports'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { kindOf } from './importKinds'
import type { Import } from './importRecord'
import { parkedRows, parkRows, type Twice } from './parkedRows'
import { fenOf, headsOf, rowCells } from './rowCells'
import type { RowWork } from './rowWork'
import { workOf } from './workOf'

/**
 * Marks rows that are about the same as one before, with that one's number; only chunks that change are written again. Answers what
 * the file comes to: its rows, or the sum its kind of total states.
 */
export async function markTwice(
  ports: StaffPorts,
  { id, fields }: Import,
  mapping: ImportMapping,
): Promise<number> {
  const { kind, chunks } = fields
  const { keysOf } = workOf(kind)
  const { sumOf } = kindOf(kind)
  const seen: Seen = new Map()
  let sum = 0
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const parked = await parkedRows(ports.cipher, ports.store, id, chunk)
    let changed = false
    for (const row of parked) {
      const cell = rowCells(mapping, row)
      sum += sumOf === undefined ? 1 : ((sumOf === 'yuan' ? fenOf : headsOf)(cell(sumOf)) ?? 0)
      const twice = twiceIn(seen, keysOf(cell, fields), row.number)
      if (twice?.sameAs === row.twice?.sameAs && twice?.field === row.twice?.field) continue
      changed = true
      if (twice) row.twice = twice
      else delete row.twice
    }
    if (changed) await parkRows(ports, id, chunk, parked)
    await giveWay()
  }
  return sum
}

/** By field, and by what a row says in it: the first row that does. */
type Seen = Map<ImportField, Map<string, number>>

/** The first key that a row before has; keys that none has are this row's from now on. */
function twiceIn(seen: Seen, keys: ReturnType<RowWork['keysOf']>, number: number): Twice | undefined {
  let twice: Twice | undefined
  for (const { field, key } of keys) {
    if (key === '') continue
    const rows = seen.get(field) ?? new Map<string, number>()
    const sameAs = rows.get(key)
    if (sameAs === undefined) seen.set(field, rows.set(key, number))
    else twice ??= { field, sameAs }
  }
  return twice
}
