import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { RosterRefused } from '../rosterFile'
import type { RosterLimits } from '../rosterLimits'

export interface OpenZip {
  zip: ZipFile
  entries: ReadonlyMap<string, Entry>
}

const encryptedBit = 1

/** Looks at the directory of a workbook before anything is inflated, and refuses what no roster has. */
export async function inspectZip(bytes: Buffer, limits: RosterLimits): Promise<OpenZip> {
  const zip = await openZip(bytes)
  const entries = await listEntries(zip, limits.entries)
  const all = [...entries.values()]
  if (all.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & encryptedBit))
    throw new RosterRefused('encrypted')
  checkSizes(all, bytes.length, limits)
  const names = [...entries.keys()].map((name) => name.toLowerCase())
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/')))
    throw new RosterRefused('macros')
  if (names.some((name) => name.startsWith('xl/externallinks/') || name === 'xl/connections.xml'))
    throw new RosterRefused('externalLinks')
  if (!entries.has('[Content_Types].xml') || !entries.has('xl/workbook.xml'))
    throw new RosterRefused('notAWorkbook')
  return { zip, entries }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(new RosterRefused('broken')) : resolve(zip),
    )
  })
}

function listEntries(zip: ZipFile, most: number): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return reject(new RosterRefused('broken'))
      entries.set(entry.fileName, entry)
      if (entries.size > most) return reject(new RosterRefused('zipBomb'))
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) =>
      reject(
        new RosterRefused(
          /invalid relative path|absolute path|invalid characters/.test(error.message)
            ? 'unsafeNames'
            : 'broken',
        ),
      ),
    )
    zip.readEntry()
  })
}

/** Entries that share their bytes (the quine, the overlapping bomb) claim together more than the file has. */
function checkSizes(entries: readonly Entry[], fileBytes: number, limits: RosterLimits): void {
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (packed > fileBytes) throw new RosterRefused('zipBomb')
  for (const { compressedSize, uncompressedSize } of entries)
    if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
      throw new RosterRefused('zipBomb')
  if (inflated > limits.inflatedBytes) throw new RosterRefused('tooLarge')
}
