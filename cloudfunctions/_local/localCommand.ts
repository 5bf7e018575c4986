/** What the commands on the local service's data have in common: their words, their help, and how they end. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What was typed cannot be done, in a sentence for whoever typed it: exit 2. */
export class Unusable extends Error {}

export interface Typed {
  /** The one word after the command's name. */
  word: string | undefined
  /** Words after that one, for a command that takes several. */
  more: readonly string[]
  /** The data folder; it holds a database. */
  folder: string
  /** What was given for an option of this command. */
  option: (name: string) => string | undefined
}

/** Does what was asked and answers with the exit code. */
export type LocalCommand = (typed: Typed) => Promise<number>

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

export const databaseFile = (folder: string): string => join(folder, 'mingbai.db')

const usualFolder = resolve(__dirname, '../../.local')

/** Runs the command that was typed. `options` take a text each, as `--data` does; only those of `wordy` take several words. */
export async function runLocalCommand(
  usage: string,
  commands: Readonly<Record<string, LocalCommand>>,
  options: readonly string[] = [],
  wordy: readonly string[] = [],
): Promise<void> {
  try {
    process.exitCode = await run(usage, commands, options, wordy)
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    process.exitCode = 2
  }
}

async function run(
  usage: string,
  commands: Readonly<Record<string, LocalCommand>>,
  options: readonly string[],
  wordy: readonly string[],
): Promise<number> {
  const { help, texts, words } = readTyped(usage, options)
  const [name, word, ...more] = words
  if (help || name === undefined) {
    say(usage)
    return help ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Unusable(`没有这个命令 unknown command ${name}\n\n${usage}`)
  if (more.length > 0 && !wordy.includes(name))
    throw new Unusable(`多写了 too many words: ${more.join(' ')}\n\n${usage}`)
  const folder = resolve(texts.get('data') ?? usualFolder)
  if (!existsSync(databaseFile(folder)))
    throw new Unusable(`这里没有数据 no data in ${folder}：先 npm start 一次，或用 --data 指到数据文件夹`)
  return command({ word, more, folder, option: (option) => texts.get(option) })
}

function readTyped(usage: string, options: readonly string[]) {
  const known: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const name of ['data', ...options]) known[name] = { type: 'string' }
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: known })
    const { help, ...given } = values
    const texts = new Map(Object.entries(given).map(([name, value]) => [name, String(value)]))
    return { help: help === true, texts, words: positionals }
  } catch (thrown) {
    throw new Unusable(`看不懂 ${thrown instanceof Error ? thrown.message : ''}\n\n${usage}`)
  }
}
