/**
 * The cipher over Node's own primitives: AES-256-GCM (NIST SP 800-38D) for sealing, HMAC-SHA-256 (RFC 2104) for
 * indexes. A sealed text names its key, so that a new sealing key can come into use while old texts still open.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Cipher } from '../../_ports/cipher'

/** Keys are 32 bytes, base64. The index key can never change without writing every index anew. */
export interface KeyRing {
  /** The id of the key that seals from now on. */
  sealWith: string
  sealing: Readonly<Record<string, string>>
  indexing: string
}

const version = 'v1'
const tagBytes = 16
const nonceBytes = 12

/** @throws RangeError for keys that are too short: a service with them must not start. */
export function createCipher(ring: KeyRing): Cipher {
  const sealing = new Map(Object.entries(ring.sealing).map(([id, key]) => [id, keyBytes(key)]))
  const indexing = keyBytes(ring.indexing)
  const current = sealing.get(ring.sealWith)
  if (!current) throw new RangeError('the key to seal with is not in the ring')

  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', current, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(`${version}.${ring.sealWith}.${context}`))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [version, ring.sealWith, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    open(text, context) {
      const [form, id = '', nonce = '', body = ''] = text.split('.')
      const key = sealing.get(id)
      if (form !== version || !key) throw new RangeError('sealed in a form or with a key that is not known')
      const sealed = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(`${version}.${id}.${context}`))
      decipher.setAuthTag(sealed.subarray(-tagBytes))
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString(
        'utf8',
      )
    },
    index: (purpose, value) => createHmac('sha256', indexing).update(`${purpose}\n${value}`).digest('hex'),
    randomId: () => randomBytes(15).toString('base64url'),
  }
}

function keyBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 32) throw new RangeError('a key has 32 bytes, written in base64')
  return bytes
}
