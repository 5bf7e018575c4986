import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId } from './imports'

/**
 * 退回的行: the rejected rows as CSV text with a column that says what is wrong, some at a call: put them one after the other, from
 * `from` 0 until `next` is absent.
 */
export const ImportRejects = staffContract({
  name: 'importRejects',
  request: z.object({ importId, from: z.int().check(z.minimum(0)) }),
  reply: z.object({ csv: z.string(), next: z.optional(z.int()) }),
  refusals: ['notFound', 'notNow'],
})
