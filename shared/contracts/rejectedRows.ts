import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importReason } from './imports'

/** 退回的行, to be read on the screen: some at a call, from `from` 0 until `next` is absent. ID numbers are masked. */
export const RejectedRows = staffContract({
  name: 'rejectedRows',
  request: z.object({ importId, from: z.int().check(z.minimum(0)) }),
  reply: z.object({
    rows: z.array(
      z.object({
        /** As the spreadsheet counts, from 1. */
        row: z.int(),
        /** The heading above what is wrong. */
        heading: z.string(),
        written: z.string(),
        reason: importReason,
        /** The row in which the same stands before; null for other reasons. */
        sameAs: z.nullable(z.int()),
      }),
    ),
    next: z.optional(z.int()),
  }),
  refusals: ['notFound', 'notNow'],
})
