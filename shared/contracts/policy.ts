import * as z from 'zod/mini'
import type { PolicyTable } from '../policy/table'
import { contract } from './contract'
import { coverageYear, region, tableHash } from './fields'

/** One table, for the public fee question that the device answers by itself. */
export const Policy = contract({
  name: 'policy',
  request: z.object({ region, coverageYear }),
  reply: z.object({
    /** Checked when it was adopted; handed on as it is. */
    table: z.custom<PolicyTable>((value) => typeof value === 'object' && value !== null),
    hash: tableHash,
  }),
  refusals: ['noPolicy'],
})
