/** 次序照通知附件: the units of a county as its notice lists them, never by how far they are. */
import type { ProgressUnit } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import type { ImportedTargetFields } from '../_imports/targets/targetRecord'
import { doneOf, noCounts } from './counts'
import { byName } from './byName'
import type { TownFields } from './progressRecord'
import { against } from './reckoned'

type Counted = Pick<TownFields, 'town' | 'counts'>
type Sent = Pick<ImportedTargetFields, 'town' | 'village' | 'heads'>

/**
 * The printed rows in their order, then towns of which only an office sent a target, or of their villages, in its order, then towns that only the register
 * knows, by name, last those without a town. `town`: of this one alone.
 */
export function unitsOf(
  table: PolicyTable,
  counted: readonly Counted[],
  sent: readonly Sent[],
  town: string | null,
): ProgressUnit[] {
  const ofRegister = counted.map((each) => each.town).sort(byName)
  const printed = table.targets?.rows.map(({ name }) => name) ?? []
  return [...new Set([...printed, ...sent.map((target) => target.town), ...ofRegister])]
    .filter((name) => town === null || name === town)
    .map((name) => unitOf(table, counted, sent, name))
}

/** One town as a unit, whoever knows of it. */
export function unitOf(
  { targets }: PolicyTable,
  counted: readonly Counted[],
  sent: readonly Sent[],
  name: string | null,
): ProgressUnit {
  const counts = counted.find((each) => each.town === name)?.counts ?? noCounts()
  const done = doneOf(counts)
  const printed = targets?.rows.find((row) => row.name === name)?.values ?? null
  const imported = sent.find(({ town, village }) => village === null && town === name)?.heads ?? null
  return { name, counts, done, printed, imported, ...against(done, printed?.target, imported) }
}

/** What the printed rows come to, column by column: never the printed total, never a share of it. */
export function printedSums(units: readonly ProgressUnit[]): Record<string, number> | null {
  const rows = units.flatMap(({ printed }) => (printed ? [printed] : []))
  const sums: Record<string, number> = {}
  for (const row of rows)
    for (const [column, value] of Object.entries(row)) sums[column] = (sums[column] ?? 0) + value
  return rows.length === 0 ? null : sums
}
