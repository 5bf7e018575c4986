import { chunkId, type Import, type ImportFields } from './importRecord'
import { mappingBy } from './findHeadings'
import { parkPacked, type SealedFields } from './parkedRows'
import { RowPacker } from './RowPacker'
import { rememberedMapping } from './rememberedMapping'
import { statedTotal } from './statedTotal'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { readRoster } from '../_rosters/readRoster'

type Found = Pick<
  ImportFields,
  | 'chunks'
  | 'rows'
  | 'headings'
  | 'mapping'
  | 'rounded'
  | 'totals'
  | 'statedTotal'
  | 'countedTotal'
  | 'refusal'
  | 'spot'
>

const nothing = {
  chunks: 0,
  rows: 0,
  headings: [],
  mapping: {},
  rounded: false,
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
  const packer = new RowPacker(kind, ports.clock.today())
  const read = await readRoster(file, (row) => packer.take(row))
  if (read.kind === 'refused') return { ...nothing, refusal: read.refusal, spot: read.spot ?? null }
  const packed = packer.end()
  if (!packed) return { ...nothing, refusal: 'headingsMissing' }
  const { headings, chunks, rows, totals, rounded } = packed
  if (rows === 0) return { ...nothing, refusal: 'empty' }
  await severalAtOnce([...chunks.entries()], parkedAtOnce, async ([chunk, text]) => {
    await parkPacked(ports, id, chunk, text)
    await giveWay()
  })
  const mapping = (await rememberedMapping(ports, kind, headings)) ?? mappingBy(kind, headings)
  const stated = statedTotal(kind, mapping, totals)
  return {
    chunks: chunks.length,
    rows,
    headings,
    mapping,
    rounded,
    totals,
    statedTotal: stated,
    countedTotal: rows,
    refusal: null,
    spot: null,
  }
}
