import * as z from 'zod/mini'
import { staffContract } from './contract'
import { clientKey, coverageYear } from './fields'
import { importKind, importShown, mostImportParts } from './imports'

/** 开始导入: announces a file of so many parts. The same key again is the same import. */
export const BeginImport = staffContract({
  name: 'beginImport',
  request: z.object({
    kind: importKind,
    key: clientKey,
    /** As it is called where it comes from. */
    fileName: z.string().check(z.minLength(1), z.maxLength(120)),
    /** For targets and payments. */
    coverageYear: z.optional(coverageYear),
    parts: z.int().check(z.minimum(1), z.maximum(mostImportParts)),
  }),
  reply: importShown,
  refusals: ['otherImport', 'yearMissing'],
})
