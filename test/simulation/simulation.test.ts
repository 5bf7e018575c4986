/** A slice of the simulation; `npm run simulate -- --seeds 100000` runs more, `-- --seed S` shows one step by step. */
import { bundleSimulation } from './bundleSimulation'
import { runSeeds } from './runSeeds'

/** Other seeds than the command's first ones, so that both together try more. */
const slice = { from: 1_000_000, count: 600 }
/** Milliseconds; a busy machine is no failure. */
const patience = 120_000

test(
  'whatever crashes, repeats, races or lies, no fen is lost or doubled and nobody is stuck',
  async () => {
    const tally = await runSeeds(await bundleSimulation(), slice, { workers: 1 })
    expect(tally.violations).toEqual([])
    expect(tally.seeds).toBe(slice.count)
    expect(tally.payments).toBeGreaterThan(slice.count / 2)
    expect(tally.refunds).toBeGreaterThan(slice.count / 20)
  },
  patience,
)
