import type { ImportCounts, ImportField, ImportReason } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { nothingCounted, type Import } from './importRecord'
import { parkedRows, type RejectFields } from './parkedRows'
import { rowCells } from './rowCells'
import type { Planned } from './rowWork'
import { workOf } from './workOf'

export interface ChunkPlan {
  plans: Exclude<Planned, { kind: 'rejected' }>[]
  rejects: RejectFields['rejects']
  counts: ImportCounts
}

/** What one chunk of an import would do now. */
export async function planChunk(
  ports: StaffPorts,
  documents: Pick<Documents, 'get'>,
  standing: Import,
  chunk: number,
): Promise<ChunkPlan> {
  const { kind, mapping } = standing.fields
  const planRow = workOf(kind).planner(ports, standing)
  const planned: ChunkPlan = { plans: [], rejects: [], counts: { ...nothingCounted } }
  const reject = (place: number, field: ImportField, reason: ImportReason, sameAs: number | null): void => {
    planned.counts.rejected += 1
    planned.rejects.push({ place, column: mapping[field] ?? 1, field, reason, sameAs })
  }
  for (const [place, row] of (await parkedRows(ports.cipher, documents, standing.id, chunk)).entries()) {
    if (row.sameAs !== undefined) {
      reject(place, mapping.idNumber === undefined ? 'town' : 'idNumber', 'twice', row.sameAs)
      continue
    }
    const plan = await planRow(documents, rowCells(mapping, row), row.number)
    if (plan.kind === 'rejected') reject(place, plan.field, plan.reason, null)
    else {
      planned.counts[plan.kind] += 1
      planned.plans.push(plan)
    }
  }
  return planned
}
