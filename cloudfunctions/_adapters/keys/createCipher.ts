/**
 * The cipher over Node's own primitives: AES-256-GCM in envelopes for sealing, HMAC-SHA-256 (RFC 2104) for indexes.
 * Each text has a data key of its own, so that another key-encryption key only wraps 32 bytes anew.
 */
import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { Cipher } from '../../_ports/cipher'
import { decrypt, encrypt, isKeyId, keyIdOf, nonceBytes, readEnvelope, writeEnvelope } from './envelope'
import type { KeyRing } from './keyRing'

const keySize = 32

/** @throws RangeError for keys that are too short: a service with them must not start. */
export function createCipher(ring: KeyRing): Cipher {
  const { sealWith } = ring
  const keys = new Map(Object.entries(ring.sealing).map(([id, key]) => [checkedId(id), keyFrom(key)]))
  const indexing = keyFrom(ring.indexing)
  const current = keys.get(sealWith)
  if (!current) throw new RangeError('the key to seal with is not in the ring')

  function wrap(key: KeyObject, nonce: Buffer, dataKey: Buffer, context: string): Buffer {
    return Buffer.concat([nonce, encrypt(key, nonce, boundToKey(sealWith, context), dataKey)])
  }
  function unwrap(keyId: string, wrapped: Buffer, context: string): Buffer {
    const key = keys.get(keyId)
    if (!key) throw new RangeError('sealed with a key that is not known')
    const nonce = wrapped.subarray(0, nonceBytes)
    return decrypt(key, nonce, boundToKey(keyId, context), wrapped.subarray(nonceBytes))
  }

  return {
    sealsWith: sealWith,
    seal(plain, context) {
      const [dataKey, keyNonce, nonce] = randoms()
      const body = encrypt(dataKey, nonce, boundToBody(context), Buffer.from(plain))
      const wrapped = wrap(current, keyNonce, dataKey, context)
      return writeEnvelope({ keyId: sealWith, wrapped, nonce, body })
    },
    open(text, context) {
      const { keyId, wrapped, nonce, body } = readEnvelope(text)
      return decrypt(unwrap(keyId, wrapped, context), nonce, boundToBody(context), body).toString('utf8')
    },
    rewrap(text, context) {
      const envelope = readEnvelope(text)
      const dataKey = unwrap(envelope.keyId, envelope.wrapped, context)
      if (envelope.keyId === sealWith) return text
      const wrapped = wrap(current, randomBytes(nonceBytes), dataKey, context)
      return writeEnvelope({ ...envelope, keyId: sealWith, wrapped })
    },
    wrappedWith: keyIdOf,
    index: (purpose, value) => createHmac('sha256', indexing).update(`${purpose}\n${value}`).digest('hex'),
    randomId: () => randomBytes(15).toString('base64url'),
  }
}

/** A data key and two nonces in one go: asking the system is what costs. */
function randoms(): [dataKey: Buffer, keyNonce: Buffer, nonce: Buffer] {
  const bytes = randomBytes(keySize + 2 * nonceBytes)
  return [bytes.subarray(0, keySize), bytes.subarray(keySize, -nonceBytes), bytes.subarray(-nonceBytes)]
}

/** What holds each part in its place: neither opens in another document, nor one as the other. */
const boundToBody = (context: string): string => `v2.body.${context}`
const boundToKey = (keyId: string, context: string): string => `v2.key.${keyId}.${context}`

function checkedId(id: string): string {
  if (!isKeyId(id)) throw new RangeError('a key is named by letters, digits, "-" and "_"')
  return id
}

function keyFrom(base64: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== keySize) throw new RangeError('a key has 32 bytes, written in base64')
  return createSecretKey(bytes)
}
