/** The examples of docs/add-a-county-year.md: every form a table may take, as whoever writes one reads them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Condition, PolicyTable } from '../../shared/policy/table'

const guide = readFileSync(join(__dirname, '../../docs/add-a-county-year.md'), 'utf8')

const examplesOf = (kind: string): unknown[] =>
  [...guide.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === kind)
    .map((match) => parse(match[2] ?? '', { schema: 'core' }) as unknown)

const [whole] = examplesOf('table') as [PolicyTable]

/** The guide's table, and the same with each of the sections it shows put in. */
export const guideTables: readonly PolicyTable[] = [
  whole,
  ...examplesOf('section').map((sections) => ({ ...whole, ...(sections as Partial<PolicyTable>) })),
]

export const guideConditions: readonly Condition[] = examplesOf('when').flat() as Condition[]
