import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { RosterRefused } from '../rosterFile'
import type { OpenZip } from './inspectZip'

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
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as Readable & AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }))
      if (enough()) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (thrown) {
    throw asRefused(thrown)
  }
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

/** The library itself stops an entry that inflates to more or less than it said. */
const asRefused = (thrown: unknown): RosterRefused =>
  thrown instanceof RosterRefused
    ? thrown
    : new RosterRefused(/(too many|not enough) bytes/.test(String(thrown)) ? 'zipBomb' : 'broken')
