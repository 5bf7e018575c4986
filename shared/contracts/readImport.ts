import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importShown } from './imports'

/** 读文件: reads the whole file; a file that is no roster is an answer as well, in `refused`. */
export const ReadImport = staffContract({
  name: 'readImport',
  request: z.object({ importId }),
  reply: importShown,
  refusals: ['notFound', 'notNow', 'partMissing'],
})
