import type { ImportFields } from './importRecord'
import { chunkId, rowsPerChunk, type Import } from './importRecord'
import { headingRow, mappingBy, totalOf } from './findHeadings'
import { parkRows, type SealedFields } from './parkedRows'
import { rememberedMapping } from './rememberedMapping'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { readRoster } from '../_rosters/readRoster'
import type { RosterRow } from '../_rosters/rosterFile'

type Found = Pick<
  ImportFields,
  'chunks' | 'rows' | 'headings' | 'mapping' | 'statedTotal' | 'refusal' | 'spot'
>

/** A call over a network each: one after the other they would take minutes. */
const parkedAtOnce = 20

/** The whole file, or undefined where a part has not come. */
export async function wholeFile(
  { store, cipher }: StaffPorts,
  { id, fields }: Import,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  for (let part = 0; part < fields.parts; part += 1) {
    const partId = chunkId(id, part)
    const stored = await store.get<SealedFields>('importParts', partId)
    if (!stored) return undefined
    parts.push(
      Buffer.from(cipher.open(stored.fields.sealed, sealContext(sealedFields.importPart, partId)), 'base64'),
    )
  }
  return Buffer.concat(parts)
}

/** Reads the file, parks the rows of people, and says what it found; doing it again finds the same. */
export async function readFile(
  ports: StaffPorts,
  { id, fields: { kind } }: Import,
  file: Buffer,
): Promise<Found> {
  const rows: RosterRow[] = []
  const read = await readRoster(file, (row) => rows.push(row))
  const nothing = { chunks: 0, rows: 0, headings: [], mapping: {}, statedTotal: null, spot: null }
  if (read.kind === 'refused') return { ...nothing, refusal: read.refusal, spot: read.spot ?? null }
  const heading = headingRow(kind, rows)
  const headings = (rows[heading]?.cells ?? []).map(String)
  const { people, statedTotal } = withoutTotals(rows.slice(heading + 1))
  if (people.length === 0) return { ...nothing, refusal: 'empty' }
  const chunks = Math.ceil(people.length / rowsPerChunk)
  await severalAtOnce([...Array(chunks).keys()], parkedAtOnce, (chunk) =>
    parkRows(ports, id, chunk, people.slice(chunk * rowsPerChunk, (chunk + 1) * rowsPerChunk)),
  )
  const mapping = (await rememberedMapping(ports, kind, headings)) ?? mappingBy(kind, headings)
  return { chunks, rows: people.length, headings, mapping, statedTotal, refusal: null, spot: null }
}

/** A total row is nobody; the last one that says a number is the file's own total. */
function withoutTotals(rows: readonly RosterRow[]): { people: RosterRow[]; statedTotal: number | null } {
  let statedTotal: number | null = null
  const people = rows.filter((row) => {
    const total = totalOf(row)
    statedTotal = total ?? statedTotal
    return total === undefined
  })
  return { people, statedTotal }
}
