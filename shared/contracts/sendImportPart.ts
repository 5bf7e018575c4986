import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importPartBytes, mostImportParts } from './imports'

const longestText = Math.ceil(importPartBytes / 3) * 4

/** 上传: one part of the file, from 0 on, in base64. Sending it again changes nothing. */
export const SendImportPart = staffContract({
  name: 'sendImportPart',
  request: z.object({
    importId,
    part: z.int().check(z.minimum(0), z.maximum(mostImportParts - 1)),
    base64: z.string().check(z.minLength(1), z.maxLength(longestText), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
  reply: z.object({ part: z.int() }),
  refusals: ['notFound', 'notNow'],
})
