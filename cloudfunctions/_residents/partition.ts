/**
 * 分片: a county's residents are taken in 64 parts of about the same size, so that the monthly match and the progress can walk a
 * county of a million in pieces that fit into one call, several of them at the same time. An enrollment lies in its resident's part.
 */
const parts = 64

/** Every part: `00` to `63`. */
export const partitions: readonly string[] = Array.from({ length: parts }, (_none, part) => nameOf(part))

/** The part of a resident, by the opaque id alone (FNV-1a, 32 bits, over its UTF-16 units). */
export function partitionOf(residentId: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < residentId.length; at += 1)
    hash = Math.imul(hash ^ residentId.charCodeAt(at), 0x01000193)
  return nameOf((hash >>> 16) % parts)
}

function nameOf(part: number): string {
  return String(part).padStart(2, '0')
}
