import { bundleSimulation } from '../bundleSimulation'
import { runSeeds } from '../runSeeds'
import type { Mutant } from './mutant'
import type { Fate } from './tryMutants'

/** A bug that so many runs do not find has survived. */
const mostSeeds = 20_000
/** A worker that hangs for so long is a bug found, too. */
const patienceMs = 60_000

/** Runs seeds with the bug planted until one is violated. */
export async function tryInSimulation(mutant: Mutant): Promise<Fate> {
  const bundle = await bundleSimulation(mutant)
  const tally = await runSeeds(
    bundle,
    { from: 0, count: mostSeeds },
    { workers: 1, batch: 40, patienceMs, enough: ({ violations }) => violations.length > 0 },
  )
  const [first] = tally.violations
  if (!first) return { kind: 'survived' }
  const [what = ''] = first.what
  return { kind: 'caught', by: what.split(':', 1)[0] ?? what, seed: first.seed }
}
