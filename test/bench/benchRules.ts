/** The rules' speed over a mixed county population, and their size on the phone. */
import { join } from 'node:path'
import { loadTables } from '../../shared/policy/loadTables'
import { assess } from '../../shared/rules/assess'
import { countyPopulation, type Asked } from './countyPopulation'
import type { PolicyTable } from '../../shared/policy/table'
import type { Figure } from './report'
import { ruleModule, shippedBytes } from './shippedBytes'

const rounds = 7
const peoplePerTable = 40_000
const perSecondTarget = 500_000
const bytesTarget = 12 * 1024
const tablesFolder = join(__dirname, '../../shared/policy/tables')

type Question = Asked & { table: PolicyTable }

export async function benchRules(): Promise<Figure[]> {
  const tables = loadTables(tablesFolder)
  const module = await ruleModule()
  return [...speedOf(tables), ...sizesOf(module, tables)]
}

function speedOf(tables: readonly PolicyTable[]): Figure[] {
  const county = tables.map((table, i) => questionsOf(table, i + 1))
  const mixed = interleaved(county)
  const perTable = tables.map((table, i) => ({
    name: `${nameOf(table)} per second`,
    value: medianPerSecond(county[i] ?? []),
    unit: 'assessments/s',
  }))
  const all = medianPerSecond(mixed)
  return [
    { name: 'people per round', value: mixed.length, unit: 'people' },
    ...perTable,
    {
      name: 'all tables per second',
      value: all,
      unit: 'assessments/s',
      target: { atLeast: perSecondTarget },
    },
  ]
}

function sizesOf(module: string, tables: readonly PolicyTable[]): Figure[] {
  const size = (name: string, table?: PolicyTable): Figure => ({
    name,
    value: shippedBytes(module, table),
    unit: 'bytes gzipped',
    target: { atMost: bytesTarget },
  })
  return [size('rule module'), ...tables.map((table) => size(`rule module with ${nameOf(table)}`, table))]
}

const nameOf = ({ region, coverageYear }: PolicyTable): string => `${region}/${coverageYear}`

const questionsOf = (table: PolicyTable, seed: number): Question[] =>
  countyPopulation(table, peoplePerTable, seed).map((asked) => ({ ...asked, table }))

/** One of each table in turn, as a service that serves all counties meets them. */
const interleaved = (lists: readonly (readonly Question[])[]): Question[] =>
  Array.from({ length: peoplePerTable }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat()

/** The first pass warms the compiler up and is not counted. */
function medianPerSecond(questions: readonly Question[]): number {
  perSecond(questions)
  const measured = Array.from({ length: rounds }, () => perSecond(questions)).sort((a, b) => a - b)
  return Math.round(measured[Math.floor(rounds / 2)] ?? 0)
}

/** Every answer is used, so that none can be optimised away. */
function perSecond(questions: readonly Question[]): number {
  let answered = 0
  const begun = performance.now()
  for (const { table, person, on } of questions) if (assess(table, person, on).decision) answered += 1
  return (answered * 1000) / (performance.now() - begun)
}
