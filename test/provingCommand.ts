import { parseArgs } from 'node:util'

/** What a command that proves something at length is asked: whole numbers by name, and `--help`. */
export interface ProvingCommand<Name extends string> {
  usage: string
  /** Every option, with what it is where nobody says. */
  usual: Readonly<Record<Name, number>>
  /** Does it, says what there is to say, and answers whether all was as it should be. */
  run(asked: Record<Name, number>, say: (line: string) => void): Promise<boolean>
}

/** Reads the command line and runs it; answers the exit code: 0 as it should be, 1 not so, 2 wrong usage. */
export async function provingCommand<Name extends string>({
  usage,
  usual,
  run,
}: ProvingCommand<Name>): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  let asked: Record<Name, number> | 'help'
  try {
    asked = optionsOf(usual)
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : 'wrong usage'}\n\n${usage}\n`)
    return 2
  }
  if (asked === 'help') {
    say(usage)
    return 0
  }
  return (await run(asked, say)) ? 0 : 1
}

function optionsOf<Name extends string>(
  usual: Readonly<Record<Name, number>>,
): Record<Name, number> | 'help' {
  const names = Object.keys(usual) as Name[]
  const numbers = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { ...numbers, help: { type: 'boolean', short: 'h' } },
  })
  const typed = values as Readonly<Record<string, string | boolean | undefined>>
  if (typed.help === true) return 'help'
  const asked = names.map((name) => [name, whole(typed[name] ?? usual[name], `--${name}`)] as const)
  return Object.fromEntries(asked) as Record<Name, number>
}

function whole(given: string | boolean | number, option: string): number {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`${option} wants a whole number, not "${given}"`)
  return number
}
