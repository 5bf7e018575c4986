/** `npm run simulate`: runs seeds, replays one, or tries the planted bugs. */
import { bundleSimulation } from './bundleSimulation'
import { simulateOptions } from './command/simulateOptions'
import { allMutants } from './mutants/allMutants'
import { tryMutants } from './mutants/tryMutants'
import { runSeeds } from './runSeeds'
import { simulate } from './simulate'
import type { Tally } from './tally'

const usage = `用法 usage: npm run simulate -- [OPTIONS]

Runs the real use cases on a store and a WeChat of its own, in a time of its own, where everything goes wrong that can:
crashes at every step, lost replies, callbacks lost, doubled and forged, people who pay at once. Each seed is one run.
  --seeds N     how many seeds (10000)
  --seed S      the first seed (0); alone: replays this seed and prints every step
  --workers W   how many threads (as many as the machine has)
  --mutants [WORD]  plants every bug of the list (or those whose sentence holds WORD), one at a time, and says what found it
  --help        this page
Exit: 0 no violation, no bug left · 1 a violation, or a bug survived · 2 wrong usage.`

async function run(words: readonly string[]): Promise<number> {
  const command = simulateOptions(words)
  switch (command.kind) {
    case 'help':
      process.stdout.write(`${usage}\n`)
      return 0
    case 'wrong':
      process.stderr.write(`${command.problem}\n\n${usage}\n`)
      return 2
    case 'replay':
      return replay(command.seed)
    case 'seeds': {
      const started = performance.now()
      const tally = await runSeeds(await bundleSimulation(), command, command)
      print(tally, command.from, (performance.now() - started) / 1000)
      return tally.violations.length > 0 ? 1 : 0
    }
    case 'mutants':
      return mutants(command.words)
  }
}

async function mutants(words: readonly string[]): Promise<number> {
  const started = performance.now()
  const chosen = allMutants.filter(({ says }) => words.every((word) => says.includes(word)))
  const { caught, survived } = await tryMutants(chosen, ({ says }, fate) => {
    const found =
      fate.kind === 'caught'
        ? `${fate.by}${fate.seed === undefined ? '' : ` at seed ${fate.seed}`}`
        : 'SURVIVED'
    process.stdout.write(`${found.padEnd(48)}  ${says}\n`)
  })
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(`\n${caught} caught, ${survived} survived, in ${seconds.toFixed(0)} s\n`)
  return survived > 0 || caught === 0 ? 1 : 0
}

async function replay(seed: number): Promise<number> {
  const { violations, payments, refunds, steps } = await simulate(seed, (line) => {
    process.stdout.write(`${line}\n`)
  })
  process.stdout.write(`\nseed ${seed}: ${steps} steps, ${payments} payments, ${refunds} refunds\n`)
  for (const what of violations) process.stdout.write(`violated  ${what}\n`)
  return violations.length > 0 ? 1 : 0
}

function print(tally: Tally, from: number, seconds: number): void {
  const faults = Object.entries(tally.faults).sort(([, a], [, b]) => b - a)
  const injected = faults.reduce((sum, [, times]) => sum + times, 0)
  const rows: [string, string][] = [
    ['seeds', `${tally.seeds} (${from} to ${from + tally.seeds - 1}) in ${seconds.toFixed(1)} s`],
    ['steps', String(tally.steps)],
    ['faults', `${injected}: ${faults.map(([kind, times]) => `${kind} ${times}`).join(' · ')}`],
    ['payments', String(tally.payments)],
    ['refunds', String(tally.refunds)],
    ['violations', String(tally.violations.length)],
  ]
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(12)}${value}\n`)
  for (const [what, seeds] of byInvariant(tally))
    process.stdout.write(
      `\n${what}\n  seeds ${seeds.slice(0, 5).join(', ')}; npm run simulate -- --seed ${seeds[0]}\n`,
    )
}

/** The first sentence of each invariant that was violated, with the seeds that did. */
function byInvariant({ violations }: Tally): Map<string, number[]> {
  const found = new Map<string, { what: string; seeds: number[] }>()
  for (const { seed, what } of violations)
    for (const one of what) {
      const name = one.split(':', 1)[0] ?? one
      const entry = found.get(name) ?? { what: one, seeds: [] }
      if (entry.seeds.at(-1) !== seed) entry.seeds.push(seed)
      found.set(name, entry)
    }
  return new Map([...found.values()].map(({ what, seeds }) => [`${what} (${seeds.length} seeds)`, seeds]))
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
