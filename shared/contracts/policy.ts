import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, region, tableHash } from './fields'

/** One table, for the public fee question that the device answers by itself. */
export const Policy = contract({
  name: 'policy',
  request: z.object({ region, coverageYear }),
  reply: z.object({
    table: z.record(z.string(), z.unknown()),
    hash: tableHash,
  }),
  refusals: ['noPolicy'],
})
