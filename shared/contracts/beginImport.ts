import * as z from 'zod/mini'
import { staffContract } from './contract'
import { clientKey } from './fields'
import { importKind, importShown, mostImportParts } from './imports'

/** 开始导入: announces a file of so many parts. The same key again is the same import. */
export const BeginImport = staffContract({
  name: 'beginImport',
  request: z.object({
    kind: importKind,
    key: clientKey,
    parts: z.int().check(z.minimum(1), z.maximum(mostImportParts)),
  }),
  reply: importShown,
  refusals: ['otherImport'],
})
