/** The same table with its rows in another order, and answers compared without regard to order. */
import type { PolicyTable } from '../../shared/policy/table'

/** `draw` gives numbers from 0, below 1. Rows of fees, terms, subsidies and channels, and lists of codes, move. */
export function shuffledTable(table: PolicyTable, draw: () => number): PolicyTable {
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, place: draw() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  const sections = <S extends Partial<PolicyTable>>(set: S): S => ({
    ...set,
    ...(set.fee && { fee: shuffled(set.fee) }),
    ...(set.phases && { phases: set.phases.map((phase) => ({ ...phase, terms: shuffled(phase.terms) })) }),
    ...(set.subsidies && {
      subsidies: shuffled(set.subsidies).map((row) => ({ ...row, identities: shuffled(row.identities) })),
    }),
    ...(Array.isArray(set.channels) && { channels: shuffled(set.channels) }),
  })
  return {
    ...sections(table),
    ...(table.amendments && {
      amendments: table.amendments.map((one) => ({ ...one, sets: sections(one.sets) })),
    }),
  }
}

/** Lists sorted, so that two answers are equal whenever they hold the same things. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
