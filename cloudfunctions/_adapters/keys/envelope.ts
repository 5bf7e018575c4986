/**
 * The written form of a sealed text: `v2.<key id>.<wrapped data key>.<nonce>.<body>`, the last three in base64url. Both
 * parts are AES-256-GCM (NIST SP 800-38D), each ending in its tag; the wrapped key begins with its nonce.
 */
import { createCipheriv, createDecipheriv, type CipherKey } from 'node:crypto'
import { wrappedRange } from '../../_ports/cipher'

export interface Envelope {
  keyId: string
  wrapped: Buffer
  nonce: Buffer
  body: Buffer
}

export const nonceBytes = 12
const tagBytes = 16
const algorithm = 'aes-256-gcm'
const keyId = '[A-Za-z0-9_-]+'
const idAlone = new RegExp(`^${keyId}$`)
/** A wrapped key has 60 bytes: nonce, 32 of the key, tag. */
const form = new RegExp(`^v2\\.(${keyId})\\.([\\w-]{80})\\.([\\w-]{16})\\.([\\w-]{22,})$`)

export const isKeyId = (id: string): boolean => idAlone.test(id)

/** The id of the key in a text of this form, whether or not it opens. */
export const keyIdOf = (text: string): string | undefined => form.exec(text)?.[1]

export const writeEnvelope = ({ keyId, wrapped, nonce, body }: Envelope): string =>
  wrappedRange(keyId).from + [wrapped, nonce, body].map((bytes) => bytes.toString('base64url')).join('.')

/** @throws RangeError for a text that `writeEnvelope` did not write. */
export function readEnvelope(text: string): Envelope {
  const [, keyId, ...parts] = form.exec(text) ?? []
  const [wrapped, nonce, body] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (!keyId || !wrapped || !nonce || !body) throw new RangeError('not a sealed text')
  // The last character of base64 may have bits that mean nothing: another one would be another text that opens.
  if (body.toString('base64url') !== parts[2]) throw new RangeError('not a sealed text')
  return { keyId, wrapped, nonce, body }
}

/** What is encrypted, and then its tag. `bound` is authenticated with it and not in it. */
export function encrypt(key: CipherKey, nonce: Buffer, bound: string, plain: Buffer): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws where key, nonce, `bound` or a byte is another one. */
export function decrypt(key: CipherKey, nonce: Buffer, bound: string, encrypted: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(encrypted.subarray(-tagBytes))
  return Buffer.concat([decipher.update(encrypted.subarray(0, -tagBytes)), decipher.final()])
}
