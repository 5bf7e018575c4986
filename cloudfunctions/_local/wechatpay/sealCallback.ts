import { createCipheriv, randomBytes } from 'node:crypto'
import type { RawNotification } from '../../_ports/payments'
import { platformSignature } from './platformSignature'
import type { Signer } from './simulatorKeys'

export interface CallbackContent {
  eventId: string
  /** `TRANSACTION.SUCCESS` for a payment, `REFUND.…` for a refund. */
  eventType: string
  /** What is sealed: a transaction or a refund as WeChat writes it. */
  content: object
  /** When WeChat sends it: the signature's timestamp. */
  at: Date
}

const summaries: Record<string, string> = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
}

/** A callback (支付通知, 退款结果通知) as it goes over the wire: sealed with the APIv3 key, signed by `signer`. */
export function sealCallback(callback: CallbackContent, apiV3Key: string, signer: Signer): RawNotification {
  const original = callback.eventType.startsWith('REFUND.') ? 'refund' : 'transaction'
  const body = JSON.stringify({
    id: callback.eventId,
    create_time: callback.at.toISOString(),
    resource_type: 'encrypt-resource',
    event_type: callback.eventType,
    summary: summaries[callback.eventType] ?? '',
    resource: { original_type: original, ...seal(JSON.stringify(callback.content), original, apiV3Key) },
  })
  return { body, headers: platformSignature(signer, body, callback.at) }
}

function seal(text: string, associatedData: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
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
