import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importMapping, importShown, rosterLists } from './imports'

/** Why a roster is taken although its total differs, in the office's words. */
const reason = z.string().check(z.trim(), z.minLength(2), z.maxLength(200))

/**
 * 导入: does it, so many rows at a call; ask again until it is `committed`. `totalDiffers`: .stated and .counted, and nobody has said
 * why it is to be taken all the same.
 */
export const CommitImport = staffContract({
  name: 'commitImport',
  /**
   * `lists` is left out where nobody was asked: nothing is then concluded about whoever is not on it. `seen`: the columns of the trial
   * that is agreed to; `notNow` where a colleague has named them anew meanwhile. Left out by whoever goes on with what has begun.
   */
  request: z.object({
    importId,
    reason: z.optional(reason),
    lists: z.optional(rosterLists),
    seen: z.optional(importMapping),
  }),
  reply: importShown,
  refusals: ['notFound', 'notNow', 'totalDiffers'],
})
