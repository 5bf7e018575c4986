import type { ImportMapping, ImportReason } from '../../shared/contracts/imports'
import { readIdNumber } from '../../shared/identity/idNumber'
import { csvLine } from '../_exports/csvLine'
import { watermarkLine } from '../_exports/watermarkLine'
import { columnLetters } from '../_exports/columnLetters'
import type { StaffPorts } from '../_ports/ports'
import { residentIndexId, type ResidentIndexFields } from '../_residents/recogniseResident'
import { chunkId, type Import } from './importRecord'
import { parkedRows, type ParkedRow, type RejectFields } from './parkedRows'
import { idText } from './people/writtenId'
import { rowCells } from './rowCells'
import { withinOneCall } from '../_ports/withinOneCall'
import headings from './rejectsHeadings.json'
import sentences from '../../shared/imports/rejectSentences.json'

const chunksPerCall = 200
/** Even where a row crosses it, well below the 6 MB that a function may answer with. */
const charactersPerCall = 400_000

/**
 * 退回的行: rejected rows as they stood, with where and why, from one chunk on; and whom of the region they name. Sent again when mended,
 * it is a roster itself.
 */
export async function rejectsFile(
  ports: StaffPorts,
  { id, fields }: Import,
  from: number,
): Promise<{ file: { csv: string; next?: number }; residentIds: string[] }> {
  const { store, cipher } = ports
  const until = Math.min(from + chunksPerCall, fields.chunks)
  const lines: string[] =
    from === 0 ? [`\uFEFF${csvLine([watermarkLine(ports)])}`, csvLine([...fields.headings, ...headings])] : []
  const residentIds: string[] = []
  const goOn = withinOneCall()
  let chunk = from
  for (let long = 0; chunk < until && long < charactersPerCall && goOn(); chunk += 1) {
    const stored = await store.get<RejectFields>('importRejects', chunkId(id, chunk))
    if (!stored || stored.fields.rejects.length === 0) continue
    const rows = await parkedRows(cipher, store, id, chunk)
    for (const { place, column, reason } of stored.fields.rejects) {
      const row = rows[place]
      residentIds.push(...(await namedIn(ports, fields.mapping, row)))
      const cells = fields.headings.map((_, i) => String(row?.cells[i] ?? ''))
      const line = csvLine([...cells, String(row?.number ?? ''), columnLetters(column), sentenceOf(reason)])
      lines.push(line)
      long += line.length
    }
  }
  const csv = lines.join('')
  return { file: chunk < fields.chunks ? { csv, next: chunk } : { csv }, residentIds }
}

/**
 * Whom a row's number leads to, whatever was wrong with the row; no more than the index is read, so that somebody of another town is
 * the same work as somebody of this one.
 */
async function namedIn(
  { cipher, store, staff, clock }: StaffPorts,
  mapping: ImportMapping,
  row: ParkedRow | undefined,
): Promise<string[]> {
  const read = readIdNumber(idText(row ? rowCells(mapping, row)('idNumber') : ''), clock.today())
  if (read.kind === 'wrong') return []
  const indexId = residentIndexId(cipher, staff.region, read.id.number)
  const index = await store.get<ResidentIndexFields>('residentIndex', indexId)
  return index ? [index.fields.residentId] : []
}

const sentenceOf = (reason: ImportReason): string => `${sentences[reason].why}，${sentences[reason].mend}`
