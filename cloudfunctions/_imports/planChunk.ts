import type { ImportCounts, ImportMapping } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { noteNumber } from './doubtfulNumbers'
import { nothingCounted, rowsPerChunk, type Import, type Places } from './importRecord'
import { parkedRows, type RejectFields, type Twice } from './parkedRows'
import type { RosterMembers } from './rosterMembers'
import { rowCells } from './rowCells'
import type { Named, Planned, WrongField } from './rowWork'
import { workOf } from './workOf'

/** What a chunk would do, row by row, and what it comes to. */
export interface ChunkPlan {
  /** `place`: of the row in the chunk. */
  plans: { place: number; plan: Exclude<Planned, { kind: 'rejected' }> }[]
  rejects: RejectFields['rejects']
  /** What rejected rows leave behind all the same. */
  notes: ((documents: Documents) => Promise<void>)[]
  counts: ImportCounts
  /** How many rows the whole chunk holds. */
  rows: number
  named: RosterMembers
}

const wholeChunk: Places = { from: 0, before: rowsPerChunk }

/** What one chunk of an import, or some places of it, would do now. */
export async function planChunk(
  ports: StaffPorts,
  documents: Pick<Documents, 'get'>,
  standing: Import,
  chunk: number,
  { from, before } = wholeChunk,
): Promise<ChunkPlan> {
  const { kind, mapping } = standing.fields
  const { planner, whom } = workOf(kind)
  const planRow = planner(ports, standing, documents)
  const rows = await parkedRows(ports.cipher, documents, standing.id, chunk)
  const planned: ChunkPlan = {
    plans: [],
    rejects: [],
    notes: [],
    counts: { ...nothingCounted },
    rows: rows.length,
    named: { members: [], others: [], names: [] },
  }
  for (const [place, row] of rows.entries()) {
    if (place < from || place >= before) continue
    const cell = rowCells(mapping, row)
    const plan = row.twice ? twice(row.twice) : await planRow(cell, row.number)
    if (plan.kind === 'rejected') {
      reject(planned, mapping, place, plan, row.twice?.sameAs)
      if (plan.note) planned.notes.push(plan.note)
      const named = (await whom?.(ports, standing, documents, cell)) ?? {}
      // Whoever has the number of a row before is named by that one.
      if (row.twice) note(planned, { nameIndex: named.nameIndex })
      else {
        note(planned, named)
        planned.notes.push((all) => noteNumber(ports, all, standing, named, row.number))
      }
    } else {
      note(planned, plan)
      planned.counts[plan.kind] += 1
      planned.plans.push({ place, plan })
    }
  }
  return planned
}

const twice = ({ field }: Twice): Extract<Planned, { kind: 'rejected' }> => ({
  kind: 'rejected',
  field,
  reason: 'twice',
})

/** Adds whom a row names to those who stand on the roster. */
function note({ named: { members, others, names } }: ChunkPlan, named: Named): void {
  const { residentId, byNumberAlone, nameIndex } = named
  if (residentId !== undefined) members.push(residentId)
  if (residentId !== undefined && byNumberAlone) others.push(residentId)
  if (nameIndex !== undefined) names.push(nameIndex)
}

/** Adds a row to those that are not taken. */
export function reject(
  { counts, rejects }: Pick<ChunkPlan, 'counts' | 'rejects'>,
  mapping: ImportMapping,
  place: number,
  { field, reason }: WrongField,
  sameAs: number | null = null,
): void {
  counts.rejected += 1
  rejects.push({ place, column: mapping[field] ?? 1, field, reason, sameAs })
}
