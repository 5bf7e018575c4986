import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importShown } from './imports'

/** 导入记录: the caller's kinds, the latest first, a page at a time. */
export const ListImports = staffContract({
  name: 'listImports',
  request: z.object({ cursor: z.optional(z.string()) }),
  reply: z.object({ imports: z.array(importShown), cursor: z.optional(z.string()) }),
  refusals: [],
})
