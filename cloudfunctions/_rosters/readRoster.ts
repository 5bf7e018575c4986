import { readCsv } from './csv/readCsv'
import { isUtf16 } from './csv/textOf'
import { RosterRefused, type RosterRead, type RosterRow } from './rosterFile'
import { rosterLimits, type RosterLimits } from './rosterLimits'
import { RowSink } from './RowSink'
import { readWorkbook } from './xlsx/readWorkbook'

const zips = [Buffer.from('PK\x03\x04'), Buffer.from('PK\x05\x06')]
/** The container of Office files before 2007, and of encrypted ones since. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')
const otherKinds = [Buffer.from('%PDF'), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('\x89PNG', 'latin1')]

/**
 * Reads a roster (.xlsx, or .csv in UTF-8, GB18030 or UTF-16 with its mark) row by row; what it is, its bytes say, not its name. `onRow` hears every
 * row that holds something; what it has heard counts for nothing where the file is refused in the end.
 */
export async function readRoster(
  bytes: Buffer,
  onRow: (row: RosterRow) => void,
  limits: RosterLimits = rosterLimits,
): Promise<RosterRead> {
  const sink = new RowSink(limits, onRow)
  try {
    await readInto(sink, bytes, limits)
    if (sink.rows === 0) throw new RosterRefused('empty')
    return { kind: 'read', rows: sink.rows }
  } catch (thrown) {
    if (!(thrown instanceof RosterRefused)) throw thrown
    const { refusal, spot } = thrown
    return spot ? { kind: 'refused', refusal, spot } : { kind: 'refused', refusal }
  }
}

async function readInto(sink: RowSink, bytes: Buffer, limits: RosterLimits): Promise<void> {
  const begins = (mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark)
  if (bytes.length === 0) throw new RosterRefused('empty')
  if (bytes.length > limits.fileBytes) throw new RosterRefused('tooLarge')
  if (begins(compound))
    throw new RosterRefused(bytes.includes(encryptedPackage) ? 'encrypted' : 'oldWorkbook')
  if (zips.some(begins)) return readWorkbook(bytes, sink, limits)
  if (otherKinds.some(begins) || (bytes.includes(0) && !isUtf16(bytes)))
    throw new RosterRefused('notAWorkbook')
  readCsv(bytes, sink)
}
