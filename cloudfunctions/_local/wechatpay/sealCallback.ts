import { createCipheriv, randomBytes } from 'node:crypto'
import type { RawNotification } from '../../_ports/payments'
import { platformSignature } from './platformSignature'
import type { Signer } from './simulatorKeys'

export interface CallbackContent {
  eventId: string
  /** `TRANSACTION.SUCCESS` for a payment. */
  eventType: string
  /** What is sealed: a transaction as WeChat writes it. */
  content: object
  /** When WeChat sends it: the signature's timestamp. */
  at: Date
}

/** A callback (支付通知) as it goes over the wire: sealed with the APIv3 key, signed by `signer`. */
export function sealCallback(callback: CallbackContent, apiV3Key: string, signer: Signer): RawNotification {
  const body = JSON.stringify({
    id: callback.eventId,
    create_time: callback.at.toISOString(),
    resource_type: 'encrypt-resource',
    event_type: callback.eventType,
    summary: '支付成功',
    resource: { original_type: 'transaction', ...seal(JSON.stringify(callback.content), apiV3Key) },
  })
  return { body, headers: platformSignature(signer, body, callback.at) }
}

function seal(text: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const associatedData = 'transaction'
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associatedData))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    nonce,
    associated_data: associatedData,
  }
}
