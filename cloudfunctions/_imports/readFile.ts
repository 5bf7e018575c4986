import type { ImportFields } from './importRecord'
import { chunkId, rowsPerChunk, type Import } from './importRecord'
import { headingRow, mappingBy, totalsOf } from './findHeadings'
import { parkRows, type SealedFields } from './parkedRows'
import { rememberedMapping } from './rememberedMapping'
import { statedTotal } from './statedTotal'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { readRoster } from '../_rosters/readRoster'
import type { RosterRow } from '../_rosters/rosterFile'

type Found = Pick<
  ImportFields,
  'chunks' | 'rows' | 'headings' | 'mapping' | 'totals' | 'statedTotal' | 'countedTotal' | 'refusal' | 'spot'
>

const nothing = {
  chunks: 0,
  rows: 0,
  headings: [],
  mapping: {},
  totals: [],
  statedTotal: null,
  countedTotal: 0,
  spot: null,
}

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

/** Reads the file, parks its rows, and says what it found; doing it again finds the same. */
export async function readFile(
  ports: StaffPorts,
  { id, fields: { kind } }: Import,
  file: Buffer,
): Promise<Found> {
  const rows: RosterRow[] = []
  const read = await readRoster(file, (row) => rows.push(row))
  if (read.kind === 'refused') return { ...nothing, refusal: read.refusal, spot: read.spot ?? null }
  const heading = headingRow(kind, rows)
  if (heading === undefined) return { ...nothing, refusal: 'headingsMissing' }
  const headings = (rows[heading]?.cells ?? []).map(String)
  const { own, totals } = withoutTotals(rows.slice(heading + 1))
  if (own.length === 0) return { ...nothing, refusal: 'empty' }
  const chunks = Math.ceil(own.length / rowsPerChunk)
  await severalAtOnce([...Array(chunks).keys()], parkedAtOnce, (chunk) =>
    parkRows(ports, id, chunk, own.slice(chunk * rowsPerChunk, (chunk + 1) * rowsPerChunk)),
  )
  const mapping = (await rememberedMapping(ports, kind, headings)) ?? mappingBy(kind, headings)
  const stated = statedTotal(kind, mapping, totals)
  return {
    chunks,
    rows: own.length,
    headings,
    mapping,
    totals,
    statedTotal: stated,
    countedTotal: own.length,
    refusal: null,
    spot: null,
  }
}

/** A total row is nobody; the last one that says a number is the file's own total. */
function withoutTotals(rows: readonly RosterRow[]): { own: RosterRow[]; totals: ImportFields['totals'] } {
  let totals: ImportFields['totals'] = []
  const own = rows.filter((row) => {
    const found = totalsOf(row)
    if (found && found.length > 0) totals = found
    return found === undefined
  })
  return { own, totals }
}
