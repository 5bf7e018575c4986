import type { RunResult } from './simulate'

/** What many runs came to. */
export interface Tally {
  seeds: number
  steps: number
  payments: number
  refunds: number
  faults: Record<string, number>
  /** By seed. */
  violations: { seed: number; what: string[] }[]
}

export const emptyTally = (): Tally => ({
  seeds: 0,
  steps: 0,
  payments: 0,
  refunds: 0,
  faults: {},
  violations: [],
})

export function addRun(tally: Tally, run: RunResult): void {
  tally.seeds += 1
  tally.steps += run.steps
  tally.payments += run.payments
  tally.refunds += run.refunds
  for (const [kind, times] of run.faults) tally.faults[kind] = (tally.faults[kind] ?? 0) + times
  if (run.violations.length > 0) tally.violations.push({ seed: run.seed, what: run.violations })
}

export function addTally(tally: Tally, other: Tally): void {
  tally.seeds += other.seeds
  tally.steps += other.steps
  tally.payments += other.payments
  tally.refunds += other.refunds
  for (const [kind, times] of Object.entries(other.faults))
    tally.faults[kind] = (tally.faults[kind] ?? 0) + times
  tally.violations.push(...other.violations)
}
