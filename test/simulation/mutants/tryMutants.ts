/** Plants one bug after the other, and says what found it. */
import { availableParallelism } from 'node:os'
import { severalAtOnce } from '../../../cloudfunctions/_ports/severalAtOnce'
import { bundleSimulation } from '../bundleSimulation'
import { runSeeds } from '../runSeeds'
import type { Mutant } from './mutant'
import { copyTree, failuresOf, tryInJest } from './tryInJest'
import { tryInSimulation } from './tryInSimulation'

export type Fate =
  | { kind: 'caught'; by: string; seed: number | undefined }
  /** Neither a seed nor the test minded. */
  | { kind: 'survived' }

/** So many seeds must be clean before any bug is planted, or finding one would prove nothing. */
const cleanSeeds = 2_000

/** Tries every bug. `tell` hears of each when its fate is known. @throws Error where the sound code is not clean. */
export async function tryMutants(
  mutants: readonly Mutant[],
  tell: (mutant: Mutant, fate: Fate) => void,
): Promise<{ caught: number; survived: number }> {
  const workers = availableParallelism()
  const counts = { caught: 0, survived: 0 }
  const count = (mutant: Mutant, fate: Fate): void => {
    counts[fate.kind] += 1
    tell(mutant, fate)
  }
  const simulated = mutants.filter(({ test }) => test === undefined)
  if (simulated.length > 0) await mustBeClean(workers)
  await severalAtOnce(simulated, workers, async (mutant) => count(mutant, await tryInSimulation(mutant)))
  const tested = mutants.filter(({ test }) => test !== undefined)
  if (tested.length > 0) await tryTested(tested, count)
  return counts
}

async function mustBeClean(workers: number): Promise<void> {
  const seeds = { from: 0, count: cleanSeeds }
  const { violations } = await runSeeds(await bundleSimulation(), seeds, { workers })
  if (violations[0])
    throw new Error(`the sound code violates ${violations[0].what[0]} at ${violations[0].seed}`)
}

async function tryTested(
  mutants: readonly Mutant[],
  count: (mutant: Mutant, fate: Fate) => void,
): Promise<void> {
  const copy = copyTree()
  try {
    const tests = [...new Set(mutants.flatMap(({ test }) => test ?? []))]
    const failing = await failuresOf(copy.folder, tests)
    if (failing > 0) throw new Error(`${failing} of the tests fail without any bug planted`)
    for (const mutant of mutants) count(mutant, await tryInJest(mutant, copy))
  } finally {
    copy.remove()
  }
}
