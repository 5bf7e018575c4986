/**
 * The file of a proof, encrypted in parts: `proofParts/<file>-<n>`. Each file has a key of its own, and that key is sealed in
 * the proof's document, so another key-encryption key means one short text a proof; and a file whose key is gone is gone.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { partsOf, proofSizes } from '../../shared/contracts/proof'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Documents, Fields } from '../_ports/store'

type PartFields = { content: string }

const collection = 'proofParts'
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const atOnce = 4

const partId = (file: string, part: number): string => `${file}-${part}`

/** A new key for a file, as the proof's document keeps it. */
export const newFileKey = (cipher: Cipher, proofId: string): string =>
  cipher.seal(randomBytes(32).toString('base64'), sealContext(sealedFields.proofKey, proofId))

/** @throws where it was sealed for another proof, or altered. */
export const openFileKey = (cipher: Cipher, proofId: string, sealed: string): Buffer =>
  Buffer.from(cipher.open(sealed, sealContext(sealedFields.proofKey, proofId)), 'base64')

/** Writes one part; one that is there already stays as it is. */
export async function writePart(
  documents: Pick<Documents, 'insert'>,
  key: Buffer,
  file: string,
  part: number,
  plain: Buffer,
): Promise<void> {
  const id = partId(file, part)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  // Bound to its place: parts of one file cannot change places.
  cipher.setAAD(Buffer.from(id))
  const content = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const fields: PartFields = { content: content.toString('base64') }
  await documents.insert(collection, id, fields)
}

/** @throws where the part is missing or not what was written. */
export async function readPart(
  { get }: Pick<Documents, 'get'>,
  key: Buffer,
  file: string,
  part: number,
): Promise<Buffer> {
  const id = partId(file, part)
  const stored = await get<PartFields & Fields>(collection, id)
  if (!stored) throw new Error(`no part ${id}`)
  const content = Buffer.from(stored.fields.content, 'base64')
  const decipher = createDecipheriv(algorithm, key, content.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(id))
  decipher.setAuthTag(content.subarray(-tagBytes))
  return Buffer.concat([decipher.update(content.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

/** The whole file of so many bytes. */
export async function readFile(
  documents: Pick<Documents, 'get'>,
  key: Buffer,
  file: string,
  bytes: number,
): Promise<Buffer> {
  const parts: Buffer[] = []
  await severalAtOnce(numbersOf(bytes), atOnce, async (part) => {
    parts[part] = await readPart(documents, key, file, part)
  })
  return Buffer.concat(parts)
}

export async function writeFile(
  documents: Pick<Documents, 'insert'>,
  key: Buffer,
  file: string,
  plain: Buffer,
): Promise<void> {
  await severalAtOnce(numbersOf(plain.length), atOnce, (part) =>
    writePart(
      documents,
      key,
      file,
      part,
      plain.subarray(part * proofSizes.part, (part + 1) * proofSizes.part),
    ),
  )
}

/** Empties the parts of a file whose key is gone: what is left there would be room taken for nothing. */
export async function clearFile(
  documents: Pick<Documents, 'get' | 'replace'>,
  file: string,
  bytes: number,
): Promise<void> {
  await severalAtOnce(numbersOf(bytes), atOnce, async (part) => {
    const stored = await documents.get(collection, partId(file, part))
    if (stored) await documents.replace(collection, stored.id, stored.revision, { content: '' })
  })
}

const numbersOf = (bytes: number): number[] => Array.from({ length: partsOf(bytes) }, (_, part) => part)
