import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importShown } from './imports'

/**
 * 看一份导入: how far it is, and its first rows while its columns can be named; in them nobody can be recognised. `sample`: a row each,
 * by columns.
 */
export const OpenImport = staffContract({
  name: 'openImport',
  request: z.object({ importId }),
  reply: z.object({ import: importShown, sample: z.array(z.array(z.string())) }),
  refusals: ['notFound'],
})
