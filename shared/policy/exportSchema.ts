import * as z from 'zod/mini'
import { policyTable } from './table'

/** The shape of a table for editors (JSON Schema), so that a misspelt key is underlined while it is typed. */
export const exportSchema = (): string =>
  `${JSON.stringify({ ...z.toJSONSchema(policyTable, { unrepresentable: 'any', reused: 'ref' }), title: 'policy table' }, undefined, 2)}\n`
