import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importShown } from './imports'

/** 导入: does it, so many rows at a call; ask again until it is `committed`. `totalDiffers`: .stated and .counted. */
export const CommitImport = staffContract({
  name: 'commitImport',
  request: z.object({ importId }),
  reply: importShown,
  refusals: ['notFound', 'notNow', 'totalDiffers'],
})
