/** `npm run crash`: kills the local service again and again while a crowd pays, then proves that no fen was lost or doubled. */
import { provingCommand } from '../provingCommand'
import { faultsOf } from './faultsOf'
import { runCrash } from './runCrash'

const usage = `用法 usage: npm run crash -- [--payers N] [--kills N] [--seed N]

Kills the local service (kill -9) at random moments while a crowd pays, restarts it on the same data, and reads the books.
  --payers N   how many people pay once each (300)
  --kills N    how often the service is killed (50)
  --seed N     who pays how, and the moments of the kills (1)
Exit: 0 nothing lost, nothing doubled, nobody stuck · 1 something was · 2 wrong usage.`

/** As the local service does when nobody says otherwise. */
const jobsEveryMs = 20_000

void provingCommand({
  usage,
  usual: { payers: 300, kills: 50, seed: 1 },
  async run(asked, say) {
    const report = await runCrash({ ...asked, jobsEveryMs, say })
    for (const [name, value] of Object.entries<number>({ ...report }))
      say(`${name.padEnd(14)} ${value.toLocaleString('en-US')}`)
    const faults = faultsOf(report, asked.payers)
    faults.forEach(say)
    say(faults.length === 0 ? 'nothing lost, nothing doubled, nobody stuck' : `${faults.length} faults`)
    return faults.length === 0
  },
}).then((code) => {
  process.exitCode = code
})
