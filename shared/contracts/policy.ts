import * as z from 'zod/mini'
import type { PolicyTable } from '../policy/table'
import { contract } from './contract'
import { coverageYear, region, tableHash } from './fields'

/** One table, for the public fee question that the device answers by itself. */
export const Policy = contract({
  name: 'policy',
  request: z.object({ region, coverageYear }),
  reply: z.object({
    /** Checked when it was adopted, less what only staff use. The hash is that of the whole table. */
    table: z.custom<PolicyTable>((value) => typeof value === 'object' && value !== null),
    hash: tableHash,
  }),
  refusals: ['noPolicy'],
})
