import { RosterRefused } from '../rosterFile'

/** How much of a file without a mark is looked at to tell damaged UTF-8 from GB18030, in bytes. */
const looked = 64 * 1024

/**
 * The text of a CSV: in the encoding its mark names (UTF-8, UTF-16), otherwise UTF-8 or GB18030. GB18030 takes nearly any bytes, so
 * UTF-8 is tried first, and a file that is UTF-8 but for some damage is refused rather than read as names that nobody has.
 */
export function textOf(bytes: Buffer): string {
  const text = decoded(bytes)
  // A page or a letter that somebody gave the name of a table.
  if (/^\s*(<|\{\\rtf|MIME-Version:)/.test(text)) throw new RosterRefused('notAWorkbook')
  return text
}

export const isUtf16 = (bytes: Buffer): boolean => markedAs(bytes)?.startsWith('utf-16') ?? false

function decoded(bytes: Buffer): string {
  const marked = markedAs(bytes)
  if (marked) return strictly(marked, bytes) ?? refuseEncoding()
  return (
    strictly('utf-8', bytes) ??
    (isDamagedUtf8(bytes) ? undefined : strictly('gb18030', bytes)) ??
    refuseEncoding()
  )
}

function markedAs(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 3).toString('hex')
  if (mark === 'efbbbf') return 'utf-8'
  if (mark.startsWith('fffe')) return 'utf-16le'
  return mark.startsWith('feff') ? 'utf-16be' : undefined
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Chinese in GB18030, read as UTF-8, is mostly no character at all; in UTF-8 with some damage few are none. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf-8', 0, looked)
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  const kept = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  return kept > 4 * lost
}

function refuseEncoding(): never {
  throw new RosterRefused('encoding')
}
