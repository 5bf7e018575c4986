/** `npm run crash`: kills the local service again and again while a crowd pays, then proves that no fen was lost or doubled. */
import { parseArgs } from 'node:util'
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

const whole = (text: string, option: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`${option} wants a whole number, not "${text}"`)
  return number
}

function optionsOf(typed: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: typed,
    options: { payers: text, kills: text, seed: text, help: { type: 'boolean', short: 'h' } },
  })
  return {
    help: values.help === true,
    payers: whole(values.payers ?? '300', '--payers'),
    kills: whole(values.kills ?? '50', '--kills'),
    seed: whole(values.seed ?? '1', '--seed'),
  }
}

async function main(): Promise<number> {
  let options: ReturnType<typeof optionsOf>
  try {
    options = optionsOf(process.argv.slice(2))
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : 'wrong usage'}\n\n${usage}\n`)
    return 2
  }
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  if (options.help) {
    say(usage)
    return 0
  }
  const report = await runCrash({ ...options, jobsEveryMs, say })
  for (const [name, value] of Object.entries<number>({ ...report }))
    say(`${name.padEnd(14)} ${value.toLocaleString('en-US')}`)
  const faults = faultsOf(report, options.payers)
  faults.forEach(say)
  say(faults.length === 0 ? 'nothing lost, nothing doubled, nobody stuck' : `${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}

if (require.main === module)
  void main().then((code) => {
    process.exitCode = code
  })
