import { randomBytes } from 'node:crypto'

/**
 * The keys of one deployment (钥匙串). Keys are 32 bytes, base64. `sealing` holds the key-encryption keys (主密钥) by id:
 * one seals, the others only open. The index key can never change without writing every index anew.
 */
export interface KeyRing {
  /** The id of the key that seals from now on. */
  sealWith: string
  sealing: Readonly<Record<string, string>>
  indexing: string
}

const newKey = (): string => randomBytes(32).toString('base64')

/** A ring of new keys; `id` names the one that seals. */
export const newRing = (id: string): KeyRing => ({
  sealWith: id,
  sealing: { [id]: newKey() },
  indexing: newKey(),
})

/** An id that the ring does not have yet: `k<day>`, and from the second of a day on `k<day>-<n>`. */
export function newKeyId(ring: Pick<KeyRing, 'sealing'>, day: string): string {
  const first = `k${day.replaceAll('-', '')}`
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? first : `${first}-${n}`
    if (!Object.hasOwn(ring.sealing, id)) return id
  }
}

/** The ring with a new key beside the others: everything sealed with it opens, and nothing is yet. */
export const withNewKey = (ring: KeyRing, id: string): KeyRing => ({
  ...ring,
  sealing: { ...ring.sealing, [id]: newKey() },
})

/** The ring without one key. @throws RangeError for the key that seals. */
export function withoutKey(ring: KeyRing, id: string): KeyRing {
  if (ring.sealWith === id) throw new RangeError('the key that seals cannot leave the ring')
  return {
    ...ring,
    sealing: Object.fromEntries(Object.entries(ring.sealing).filter(([each]) => each !== id)),
  }
}
