/** 次序照通知附件: the units of a county as its notice lists them, never by how far they are. */
import type { ProgressUnit, ReadProgress } from '../../shared/contracts/progress'
import type { ReplyOf } from '../../shared/contracts/contract'
import type { PolicyTable } from '../../shared/policy/table'
import { addCounts, doneOf, noCounts } from './counts'
import { byName } from './order'
import { percentOf } from './percentOf'
import type { TownFields } from './progressRecord'

type Counted = Pick<TownFields, 'town' | 'counts'>
type Row = NonNullable<PolicyTable['targets']>['rows'][number]

/**
 * The printed rows in their order, then towns that only the register knows, by name, last those without a town. `town`: of this
 * one alone.
 */
export function unitsOf(
  { targets }: PolicyTable,
  counted: readonly Counted[],
  town: string | null,
): ProgressUnit[] {
  const rows = (targets?.rows ?? []).filter(({ name }) => town === null || name === town)
  const listed = new Set<string | null>(rows.map(({ name }) => name))
  const others = counted
    .filter((each) => !listed.has(each.town))
    .sort((one, other) => byName(one.town, other.town))
  const countsOf = (name: string) => counted.find((each) => each.town === name)?.counts ?? noCounts()
  return [
    ...rows.map((row) => unitOf(row.name, countsOf(row.name), row)),
    ...others.map(({ town: name, counts }) => unitOf(name, counts, undefined)),
  ]
}

function unitOf(name: string | null, counts: Counted['counts'], row: Row | undefined): ProgressUnit {
  const done = doneOf(counts)
  const target = row?.values.target ?? null
  return {
    name,
    counts,
    done,
    printed: row?.values ?? null,
    target,
    gap: target === null ? null : target - done,
    percent: percentOf(done, target),
  }
}

/** One town as a unit; its printed row where the notice lists it. */
export const unitOfTown = (table: PolicyTable, { town, counts }: Counted): ProgressUnit =>
  unitOf(
    town,
    counts,
    table.targets?.rows.find(({ name }) => name === town),
  )

/** What the rows come to, column by column: never the printed total, never a share of it. */
export function totalOf(units: readonly ProgressUnit[]): ReplyOf<typeof ReadProgress>['total'] {
  const rows = units.flatMap(({ printed }) => (printed ? [printed] : []))
  const printed: Record<string, number> = {}
  for (const row of rows)
    for (const [column, value] of Object.entries(row)) printed[column] = (printed[column] ?? 0) + value
  const done = sum(units.map((unit) => unit.done))
  const target = rows.length === 0 ? null : (printed.target ?? null)
  return {
    counts: units.map(({ counts }) => counts).reduce(addCounts, noCounts()),
    done,
    printed: rows.length === 0 ? null : printed,
    target,
    percent: percentOf(done, target),
    shortfall: target === null ? null : sum(units.map(({ gap }) => Math.max(gap ?? 0, 0))),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
