import type { ImportReason } from '../../shared/contracts/imports'
import { csvLine } from '../_exports/csvLine'
import { watermarkLine } from '../_exports/watermarkLine'
import { columnLetters } from '../_exports/columnLetters'
import type { StaffPorts } from '../_ports/ports'
import { chunkId, type Import } from './importRecord'
import { parkedRows, type RejectFields } from './parkedRows'
import sentences from '../../shared/imports/rejectSentences.json'

const chunksPerCall = 200

/** 退回的行: rejected rows as they stood, with where and why, from one chunk on. Sent again when mended, it is a roster itself. */
export async function rejectsFile(
  ports: StaffPorts,
  { id, fields }: Import,
  from: number,
): Promise<{ csv: string; next?: number }> {
  const { store, cipher } = ports
  const until = Math.min(from + chunksPerCall, fields.chunks)
  const lines: string[] =
    from === 0
      ? [
          `\uFEFF${csvLine([watermarkLine(ports)])}`,
          csvLine([...fields.headings, '原文件行', '原文件列', '退回原因']),
        ]
      : []
  for (let chunk = from; chunk < until; chunk += 1) {
    const stored = await store.get<RejectFields>('importRejects', chunkId(id, chunk))
    if (!stored || stored.fields.rejects.length === 0) continue
    const rows = await parkedRows(cipher, store, id, chunk)
    for (const { place, column, reason } of stored.fields.rejects) {
      const row = rows[place]
      const cells = fields.headings.map((_, i) => String(row?.cells[i] ?? ''))
      lines.push(csvLine([...cells, String(row?.number ?? ''), columnLetters(column), sentenceOf(reason)]))
    }
  }
  return until < fields.chunks ? { csv: lines.join(''), next: until } : { csv: lines.join('') }
}

const sentenceOf = (reason: ImportReason): string => `${sentences[reason].why}，${sentences[reason].mend}`
