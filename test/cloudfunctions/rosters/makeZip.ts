/** Zip files as a test wants them, honest or not. */
import { crc32 as nodeCrc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  data: Buffer | string
  /** What the directory claims, where it is not the truth. */
  claims?: { packed?: number; inflated?: number; flags?: number }
  /** Shares the bytes of the entry before, as the overlapping bombs do. */
  overlaps?: boolean
}

export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  let before = 0
  for (const { name, data, claims = {}, overlaps } of entries) {
    const plain = Buffer.from(data)
    const packed = deflateRawSync(plain, { level: 9 })
    const title = Buffer.from(name)
    const facts = Buffer.alloc(20)
    facts.writeUInt16LE(claims.flags ?? 0x800, 0)
    facts.writeUInt16LE(8, 2)
    facts.writeUInt32LE(nodeCrc32(plain), 8)
    facts.writeUInt32LE(claims.packed ?? packed.length, 12)
    facts.writeUInt32LE(claims.inflated ?? plain.length, 16)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\x00', 'latin1'),
      facts,
      lengthOf(title),
      title,
      packed,
    ])
    const central = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00\x14\x00', 'latin1'),
      facts,
      lengthOf(title),
      Buffer.alloc(10),
      fourBytes(overlaps ? before : offset),
      title,
    ])
    directory.push(central)
    if (overlaps) continue
    body.push(local)
    before = offset
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, list, end])
}

function lengthOf(title: Buffer): Buffer {
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(title.length)
  return lengths
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
