import { createDecipheriv } from 'node:crypto'
import { z } from 'zod/mini'

/** The sealed part of a callback (回调报文 resource). */
export const SealedResource = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  ciphertext: z.string(),
  nonce: z.string().check(z.minLength(1)),
  associated_data: z.optional(z.string()),
})

const tagBytes = 16

/**
 * Opens the sealed content with the APIv3 key: AES-256-GCM, the tag in the last 16 bytes. `final()` is what
 * compares the tag; without it a tampered ciphertext would decrypt to plausible text.
 * @returns the plain text, or undefined if key, nonce, associated data, ciphertext or tag do not fit.
 */
export function openResource(resource: z.infer<typeof SealedResource>, apiV3Key: string): string | undefined {
  const sealed = Buffer.from(resource.ciphertext, 'base64')
  if (sealed.length < tagBytes) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(resource.associated_data ?? ''))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes))
    return Buffer.concat([plain, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
