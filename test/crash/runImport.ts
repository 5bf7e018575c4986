/** `npm run crash:import`: kills the local service again and again while it writes a register and takes it back, then compares file and database. */
import { provingCommand } from '../provingCommand'
import { importFaultsOf } from './importFaultsOf'
import { runImportCrash } from './runImportCrash'

const usage = `用法 usage: npm run crash:import -- [--rows N] [--kills N] [--seed N]

Kills the local service (kill -9) at random moments while it writes a population register, and while it takes it back, restarts it on the
same data and goes on.
  --rows N     how many people the register adds (6000)
  --kills N    how often the service is killed on each of the two ways (25)
  --seed N     which people, and the moments of the kills (1)
Exit: 0 every row once, then nobody · 1 something was lost, doubled or left · 2 wrong usage.`

/** Some transactions of fifteen rows, then the kill. */
const longestLifeMs = 400

void provingCommand({
  usage,
  usual: { rows: 6000, kills: 25, seed: 1 },
  async run(asked, say) {
    const report = await runImportCrash({ ...asked, longestLifeMs })
    for (const [name, value] of Object.entries(report))
      say(`${name.padEnd(10)} ${typeof value === 'number' ? value : JSON.stringify(value)}`)
    const faults = importFaultsOf(report)
    faults.forEach(say)
    say(
      faults.length === 0
        ? 'every row once, nothing lost, nothing doubled, and taken back nobody left'
        : `${faults.length} faults`,
    )
    return faults.length === 0
  },
}).then((code) => {
  process.exitCode = code
})
