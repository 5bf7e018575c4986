import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

export type SimulateCommand =
  | { kind: 'help' }
  | { kind: 'wrong'; problem: string }
  | { kind: 'replay'; seed: number }
  | { kind: 'seeds'; from: number; count: number; workers: number }
  | { kind: 'mutants'; words: string[] }

const usualSeeds = 10_000

/** Reads the command line. */
export function simulateOptions(words: readonly string[]): SimulateCommand {
  try {
    return commandOf(words)
  } catch (error) {
    return { kind: 'wrong', problem: (error as Error).message }
  }
}

function commandOf(words: readonly string[]): SimulateCommand {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      mutants: { type: 'boolean' },
      seeds: { type: 'string' },
      seed: { type: 'string' },
      workers: { type: 'string' },
    },
  })
  if (values.help) return { kind: 'help' }
  if (values.mutants) return { kind: 'mutants', words: positionals }
  const [unknown] = positionals
  if (unknown !== undefined) return { kind: 'wrong', problem: `no such word: ${unknown}` }
  if (values.seed !== undefined && values.seeds === undefined)
    return { kind: 'replay', seed: whole('--seed', values.seed, 0) }
  return {
    kind: 'seeds',
    from: whole('--seed', values.seed ?? '0', 0),
    count: whole('--seeds', values.seeds ?? String(usualSeeds), 1),
    workers: whole('--workers', values.workers ?? String(availableParallelism()), 1),
  }
}

/** @throws Error naming the option. */
function whole(option: string, text: string, least: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
    throw new Error(`${option} takes a whole number from ${least} on, not ${text}`)
  return number
}
