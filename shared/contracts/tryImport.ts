import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importShown } from './imports'

/** 试运行: what the file would do, so many rows at a call; ask again until it is `tried`. Changes no resident. */
export const TryImport = staffContract({
  name: 'tryImport',
  request: z.object({ importId }),
  reply: importShown,
  refusals: ['notFound', 'notNow'],
})
