/** A PNG (W3C PNG, third edition) with nothing but the picture: no text, no EXIF, no time, nothing after its end. */

const signatureBytes = 8
/** Length, type and checksum around the data of a chunk. */
const aroundBytes = 12
const kept = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'cHRM', 'sBIT', 'pHYs', 'IDAT', 'IEND']

/** Undefined where it is not a whole PNG. */
export function barePng(file: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [file.subarray(0, signatureBytes)]
  const types: string[] = []
  for (let at = signatureBytes; at + aroundBytes <= file.length;) {
    const end = at + aroundBytes + file.readUInt32BE(at)
    if (end > file.length) return undefined
    const type = file.toString('latin1', at + 4, at + 8)
    types.push(type)
    if (kept.includes(type)) chunks.push(file.subarray(at, end))
    if (type === 'IEND')
      return types[0] === 'IHDR' && types.includes('IDAT') ? Buffer.concat(chunks) : undefined
    at = end
  }
  return undefined
}
