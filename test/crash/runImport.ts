/** `npm run crash:import`: kills the local service again and again while it writes a register, then compares file and database. */
import { parseArgs } from 'node:util'
import { importFaultsOf } from './importFaultsOf'
import { runImportCrash } from './runImportCrash'

const usage = `用法 usage: npm run crash:import -- [--rows N] [--kills N] [--seed N]

Kills the local service (kill -9) at random moments while it writes a population register, restarts it on the same data and goes on.
  --rows N     how many people the register adds (6000)
  --kills N    how often the service is killed (25)
  --seed N     which people, and the moments of the kills (1)
Exit: 0 every row once · 1 something was lost or doubled · 2 wrong usage.`

/** Some chunks of a hundred rows, then the kill. */
const longestLifeMs = 400

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
    options: { rows: text, kills: text, seed: text, help: { type: 'boolean', short: 'h' } },
  })
  return {
    help: values.help === true,
    rows: whole(values.rows ?? '6000', '--rows'),
    kills: whole(values.kills ?? '25', '--kills'),
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
  const report = await runImportCrash({ ...options, longestLifeMs })
  for (const [name, value] of Object.entries(report))
    say(`${name.padEnd(10)} ${typeof value === 'number' ? value : JSON.stringify(value)}`)
  const faults = importFaultsOf(report)
  faults.forEach(say)
  say(faults.length === 0 ? 'every row once, nothing lost, nothing doubled' : `${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}

void main().then((code) => {
  process.exitCode = code
})
