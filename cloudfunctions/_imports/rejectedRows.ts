import type { ReplyOf } from '../../shared/contracts/contract'
import type { RejectedRows } from '../../shared/contracts/rejectedRows'
import type { StaffPorts } from '../_ports/ports'
import { chunkId, type Import } from './importRecord'
import { withNumbersMasked } from './maskedCell'
import { parkedRows, type RejectFields } from './parkedRows'

const rowsPerCall = 50
const chunksPerCall = 200

/** Rejected rows from one chunk on, whole chunks, until there are enough for a screen. */
export async function rejectedRows(
  { store, cipher }: StaffPorts,
  { id, fields }: Import,
  from: number,
): Promise<ReplyOf<typeof RejectedRows>> {
  const rows: ReplyOf<typeof RejectedRows>['rows'] = []
  const last = Math.min(from + chunksPerCall, fields.chunks)
  let chunk = from
  for (; chunk < last && rows.length < rowsPerCall; chunk += 1) {
    const rejects = (await store.get<RejectFields>('importRejects', chunkId(id, chunk)))?.fields.rejects ?? []
    if (rejects.length === 0) continue
    const parked = await parkedRows(cipher, store, id, chunk)
    for (const { place, column, reason, sameAs } of rejects)
      rows.push({
        row: parked[place]?.number ?? 0,
        heading: fields.headings[column - 1] ?? '',
        written: withNumbersMasked(parked[place]?.cells[column - 1] ?? ''),
        reason,
        sameAs,
      })
  }
  return chunk < fields.chunks ? { rows, next: chunk } : { rows }
}
