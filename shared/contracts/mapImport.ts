import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importMapping, importShown } from './imports'

/** 对应列: which column holds what, remembered for this office and kind; and the total that the sender says, as `totalIn` counts it. */
export const MapImport = staffContract({
  name: 'mapImport',
  request: z.object({
    importId,
    mapping: importMapping,
    statedTotal: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000_000))),
  }),
  reply: importShown,
  refusals: ['notFound', 'notNow', 'columnMissing'],
})
