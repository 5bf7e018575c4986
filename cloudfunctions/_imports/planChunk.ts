import type { ImportCounts } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { townsOf } from '../_policies/townsOf'
import type { Import } from './importRecord'
import { parkedRows, type RejectFields } from './parkedRows'
import { planRow, type Plan } from './planRow'
import { readPerson, type PersonRow, type Reading } from './readPerson'

export interface ChunkPlan {
  plans: { person: PersonRow; plan: Exclude<Plan, { kind: 'rejected' | 'same' }> }[]
  rejects: RejectFields['rejects']
  counts: ImportCounts
}

/** What one chunk of an import would do now. */
export async function planChunk(
  { cipher, staff, policies, clock }: StaffPorts,
  documents: Pick<Documents, 'get'>,
  { id, fields: { kind, mapping } }: Import,
  chunk: number,
): Promise<ChunkPlan> {
  const today = clock.today()
  const reading: Reading = { kind, mapping, today, towns: townsOf(policies, staff.region) }
  const planned: ChunkPlan = {
    plans: [],
    rejects: [],
    counts: { added: 0, changed: 0, same: 0, rejected: 0 },
  }
  const reject = (place: number, column: number, reason: RejectFields['rejects'][number]['reason']): void => {
    planned.counts.rejected += 1
    planned.rejects.push({ place, column, reason })
  }
  for (const [place, row] of (await parkedRows(cipher, documents, id, chunk)).entries()) {
    if (row.twice) {
      reject(place, mapping.idNumber ?? 1, 'twice')
      continue
    }
    const read = readPerson(reading, row)
    if ('rejected' in read) {
      reject(place, read.rejected.column, read.rejected.reason)
      continue
    }
    const plan = await planRow(documents, cipher, { kind, region: staff.region, today }, read.person)
    if (plan.kind === 'rejected') reject(place, mapping[plan.field] ?? 1, plan.reason)
    else {
      planned.counts[plan.kind] += 1
      if (plan.kind !== 'same') planned.plans.push({ person: read.person, plan })
    }
  }
  return planned
}
