import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { SaxesParser } from 'saxes'
import type { Entry, ZipFile } from 'yauzl'
import { RosterRefused } from '../rosterFile'
import type { OpenZip } from './inspectZip'

/** The two ways in which a zip holds an entry that spreadsheets write (APPNOTE 4.4.5). */
const [stored, deflated] = [0, 8]

export type Attributes = Readonly<Record<string, string | undefined>>

/** What is heard of a part's XML. Names come without their namespace's prefix. */
export interface Heard {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Streams one part of the workbook through a parser that knows no entities but XML's own. `enough` ends it early. */
export async function parsePart(
  { zip, entries }: OpenZip,
  part: string,
  heard: Heard,
  enough: () => boolean = () => false,
): Promise<void> {
  const entry = entries.get(part)
  if (!entry) throw new RosterRefused('broken')
  const parser = listeningParser(heard)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of inflated(zip, entry)) {
      parser.write(decoder.decode(chunk, { stream: true }))
      if (enough()) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (thrown) {
    throw asRefused(thrown)
  }
}

/** With zlib's usual 16 KB a piece, handing over the pieces of a county's sheet takes as long as inflating it five times. */
const pieceBytes = 64 * 1024

/** What a part says, piece by piece. @throws RosterRefused `zipBomb` as soon as it is more, and at its end where it is less, than it said. */
async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const { compressionMethod, uncompressedSize } = entry
  if (compressionMethod !== stored && compressionMethod !== deflated) throw new RosterRefused('broken')
  const packed = await zip.openReadStreamPromise(entry, {
    decompress: compressionMethod === stored ? null : false,
  })
  const pieces =
    compressionMethod === stored ? packed : packed.pipe(createInflateRaw({ chunkSize: pieceBytes }))
  let bytes = 0
  for await (const piece of pieces as Readable & AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > uncompressedSize) throw new RosterRefused('zipBomb')
    yield piece
  }
  if (bytes < uncompressedSize) throw new RosterRefused('zipBomb')
}

function listeningParser({ open, close, text }: Heard) {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', () => {
    throw new RosterRefused('broken')
  })
  parser.on('doctype', () => {
    throw new RosterRefused('declarations')
  })
  if (open) parser.on('opentag', ({ name, attributes }) => open(plain(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(plain(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1)

const asRefused = (thrown: unknown): RosterRefused =>
  thrown instanceof RosterRefused ? thrown : new RosterRefused('broken')
