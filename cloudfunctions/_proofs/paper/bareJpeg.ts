/** A JPEG (ITU-T T.81, annex B) with nothing but the picture: no EXIF, no GPS, no comment, nothing after its end. */
import { orientationOf, orientationSegment } from './orientation'

const startOfImage = Buffer.from([0xff, 0xd8])
const endOfImage = Buffer.from([0xff, 0xd9])

/** Kept beside the picture's own segments: JFIF, and Adobe's note on how colours are coded. */
const keptApplications = [0xe0, 0xee]

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
const isComment = (marker: number): boolean => marker === 0xfe
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Undefined where it is not a whole JPEG. Which way up it is to be held is kept. */
export function bareJpeg(file: Buffer): Buffer | undefined {
  const kept: Buffer[] = []
  let orientation = 1
  let hasFrame = false
  let hasScan = false
  let at = startOfImage.length
  while (at + 1 < file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] as number
    if (marker === 0xd9) {
      return hasFrame && hasScan
        ? Buffer.concat([startOfImage, orientationSegment(orientation), ...kept, endOfImage])
        : undefined
    }
    if (marker === 0xff) at += 1
    else if (isAlone(marker)) at += 2
    else {
      if (at + 4 > file.length) return undefined
      const end = at + 2 + file.readUInt16BE(at + 2)
      if (end < at + 4 || end > file.length) return undefined
      const segment = file.subarray(at, end)
      if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation
      const dropped = isComment(marker) || (isApplication(marker) && !keptApplications.includes(marker))
      if (!dropped) kept.push(segment)
      hasFrame ||= isFrame(marker)
      hasScan ||= marker === 0xda
      at = marker === 0xda ? endOfScan(file, end) : end
      if (marker === 0xda) kept.push(file.subarray(end, at))
    }
  }
  return undefined
}

/** Where the coded picture ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next === undefined) break
    if (next !== 0x00 && next !== 0xff && !isAlone(next)) return at
  }
  return file.length
}
