/** The rules' speed over a mixed county population, and their size on the phone. */
import { join } from 'node:path'
import { loadTables } from '../../shared/policy/loadTables'
import type { assess } from '../../shared/rules/assess'
import { countyPopulation, withGaps, type Asked } from './countyPopulation'
import type { PolicyTable } from '../../shared/policy/table'
import type { Figure } from './report'
import { bundledAssess, ruleModule, shippedBytes } from './shippedBytes'

const rounds = 7
const peoplePerTable = 40_000
const perSecondTarget = 500_000
const bytesTarget = 12 * 1024
const tablesFolder = join(__dirname, '../../shared/policy/tables')

type Assess = typeof assess

interface Question extends Asked {
  table: PolicyTable
}

export async function benchRules(): Promise<Figure[]> {
  const tables = loadTables(tablesFolder)
  const module = await ruleModule()
  return [...speedOf(tables, await bundledAssess()), ...sizesOf(module, tables)]
}

/** County after county, as the monthly match goes through them. */
function speedOf(tables: readonly PolicyTable[], assessed: Assess): Figure[] {
  const county = tables.map((table, i) => questionsOf(table, i + 1))
  const all = county.flat()
  const perTable = tables.map((table, i) => ({
    name: `${nameOf(table)}, roster facts known`,
    value: median(county[i] ?? [], assessed).perSecond,
    unit: 'assessments/s',
  }))
  const gaps = median(withGaps(all, tables.length), assessed)
  const known = median(all, assessed)
  return [
    { name: 'people per round', value: all.length, unit: 'people' },
    ...perTable,
    { name: 'all tables, 1 in 100 lacks a fact', value: gaps.perSecond, unit: 'assessments/s' },
    { name: 'all tables, by processor time', value: known.perProcessorSecond, unit: 'assessments/s' },
    {
      name: 'all tables, roster facts known',
      value: known.perSecond,
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
  countyPopulation(table, peoplePerTable, seed).map(({ person, on }) => ({ table, person, on }))

interface Speed {
  /** By the clock on the wall, which other programs on the machine slow down. */
  perSecond: number
  /** By the processor time this process took, its compiler and garbage collector included. */
  perProcessorSecond: number
}

/** The first two passes warm the compiler up and are not counted. */
function median(questions: readonly Question[], assessed: Assess): Speed {
  const measured = Array.from({ length: rounds + 2 }, () => speedOnce(questions, assessed)).slice(2)
  const middle = (of: (speed: Speed) => number): number =>
    Math.round(measured.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0)
  return {
    perSecond: middle(({ perSecond }) => perSecond),
    perProcessorSecond: middle(({ perProcessorSecond }) => perProcessorSecond),
  }
}

/** Every answer is used, so that none can be optimised away. */
function speedOnce(questions: readonly Question[], assessed: Assess): Speed {
  let answered = 0
  const processor = process.cpuUsage()
  const begun = performance.now()
  for (const { table, person, on } of questions) if (assessed(table, person, on).decision) answered += 1
  const tookMs = performance.now() - begun
  const { user, system } = process.cpuUsage(processor)
  return { perSecond: (answered * 1000) / tookMs, perProcessorSecond: (answered * 1e6) / (user + system) }
}
