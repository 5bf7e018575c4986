/** `npm run policy -- check|schema`: proves policy tables sound, and writes their shape for editors. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { checkTable } from './check/checkTable'
import { checkTogether } from './check/checkTogether'
import { exportSchema } from './exportSchema'
import { loadTableFile, loadVocabulary, tablePaths, vocabularyFile, type TableFile } from './loadTables'
import type { Fault } from './readTable'

const usage = `用法 usage:
  npm run policy -- check [FILE...]    查表：不写 FILE 就查 shared/policy/tables 里的全部
  npm run policy -- schema [--write]   打印表的 JSON Schema；--write 写进 shared/policy/table.schema.json

FILE 是一张表或一个文件夹；它旁边的 vocabulary.yaml 会加进词汇表。
每个问题一行：文件:行 规则: 哪里不对，怎么改。写法见 docs/add-a-county-year.md。
Exit: 0 every table is sound · 1 a table has faults · 2 a file or an option cannot be used.`

/** A file or an option that cannot be used: an error, never a pass. */
class Unusable extends Error {}

const adopted = join(__dirname, 'tables')
const adoptedVocabulary = join(__dirname, vocabularyFile)
const schemaFile = join(__dirname, 'table.schema.json')

/** The word list beside a draft: in its folder, or in the one above when tables lie in a folder per county. */
function draftWords(path: string): string | undefined {
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  return [folder, dirname(folder)].find(
    (one) => existsSync(join(one, vocabularyFile)) && relative(one, __dirname) !== '',
  )
}

interface Checked extends TableFile {
  all: readonly Fault[]
}

function checkPath(path: string): Checked[] {
  if (!existsSync(path)) throw new Unusable(`没有这个文件 no such file: ${path}`)
  const files = tablePaths(path)
  if (files.length === 0) throw new Unusable(`没有表 no table in ${path}`)
  const vocabulary = loadVocabulary(adoptedVocabulary, draftWords(path))
  return files.map((file) => {
    const read = loadTableFile(relative(process.cwd(), file))
    const { table, source, faults } = read
    return { ...read, all: table && source ? checkTable(table, source, vocabulary) : faults }
  })
}

function check(paths: readonly string[]): number {
  const checked = (paths.length > 0 ? paths : [adopted]).flatMap(checkPath)
  const sound = checked.flatMap(({ table, source }) => (table && source ? [{ table, source }] : []))
  const faults = [...checked.flatMap(({ all }) => all), ...checkTogether(sound)]
  for (const { file, line, rule, message } of faults)
    process.stdout.write(`${file}:${line} ${rule}: ${message}\n`)
  process.stdout.write(
    faults.length === 0
      ? `policy: ${checked.length} 张表，没有问题 sound\n`
      : `policy: ${checked.length} 张表，${faults.length} 个问题 faults\n`,
  )
  return faults.length === 0 ? 0 : 1
}

function schema(options: readonly string[]): number {
  const text = exportSchema()
  if (options.includes('--write')) writeFileSync(schemaFile, text)
  else process.stdout.write(text)
  return 0
}

function run([command, ...rest]: readonly string[]): number {
  if (command === undefined || command === '--help' || rest.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    return command === undefined ? 2 : 0
  }
  const unknown = rest.find((arg) => arg.startsWith('-') && !(command === 'schema' && arg === '--write'))
  if (unknown !== undefined) throw new Unusable(`没有这个选项 unknown option ${unknown}\n\n${usage}`)
  if (command === 'check') return check(rest)
  if (command === 'schema') return schema(rest)
  throw new Unusable(`没有这个命令 unknown command ${command}\n\n${usage}`)
}

/** Answers the exit code; what there is to read goes to the two streams. */
export function runPolicy(args: readonly string[]): number {
  try {
    return run(args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

if (require.main === module) process.exitCode = runPolicy(process.argv.slice(2))
