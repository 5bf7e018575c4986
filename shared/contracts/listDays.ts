import * as z from 'zod/mini'
import { staffContract } from './contract'
import { dayLine } from './day'

/** 日结: the county's days, the latest first, a page at a time. */
export const ListDays = staffContract({
  name: 'listDays',
  request: z.object({ cursor: z.optional(z.string()) }),
  reply: z.object({ days: z.array(dayLine), cursor: z.optional(z.string()) }),
  refusals: [],
})
