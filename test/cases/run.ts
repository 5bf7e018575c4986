/** `npm run cases -- FILE...`: tries policy cases against the tables; rules.md has the format. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadTables, loadVocabulary } from '../../shared/policy/loadTables'
import type { PolicyTable } from '../../shared/policy/table'
import { runCase, type Difference } from './compare'
import { caseFiles, readCases, Unusable } from './readCases'

const usage = `用法 usage: npm run cases -- FILE... [--tables DIR]

Tries policy cases (YAML or JSON; docs/add-a-county-year.md has the format) against the tables.
FILE may be a folder: every *.cases.yaml below it. Without FILE: test/cases.
  --tables DIR   adds the tables of another folder, and its vocabulary.yaml, to try a draft
Exit: 0 every case holds · 1 a case fails · 2 a file, a table or an option cannot be used.`

const policyFolder = join(__dirname, '../../shared/policy')

function readOptions(args: readonly string[]): { files: string[]; drafts: string[] } {
  const files: string[] = []
  const drafts: string[] = []
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--tables' || arg.startsWith('--tables=')) {
      const folder = arg === '--tables' ? rest.shift() : arg.slice('--tables='.length)
      if (!folder || !existsSync(folder))
        throw new Unusable(`--tables needs a folder that exists, not ${folder ?? 'nothing'}`)
      drafts.push(folder)
    } else if (arg.startsWith('--')) throw new Unusable(`unknown option ${arg}\n\n${usage}`)
    else files.push(arg)
  }
  return { files: files.length > 0 ? files : [__dirname], drafts }
}

/** A draft stands before an adopted table of the same county and year. */
function tableFor(policy: string, tables: readonly PolicyTable[]): PolicyTable {
  const found = tables.filter(({ region, coverageYear }) => `${region}/${coverageYear}` === policy).at(-1)
  if (!found) throw new Unusable(`there is no table for ${policy}; add one, or name its folder with --tables`)
  return found
}

function report(file: string, name: string, differences: readonly Difference[]): void {
  process.stdout.write(`✗ ${file}: ${name}\n`)
  for (const { key, expected, actual } of differences)
    process.stdout.write(`    ${key}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}\n`)
}

function run(args: readonly string[]): number {
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const { files, drafts } = readOptions(args)
  const tables = [join(policyFolder, 'tables'), ...drafts].flatMap((folder) => loadTables(folder))
  const vocabulary = loadVocabulary(join(policyFolder, 'vocabulary.yaml'), drafts.at(-1))
  const runs = files.flatMap(caseFiles).map((file) => ({ file, ...readCases(file, vocabulary) }))
  const results = runs.flatMap(({ file, policy, cases }) => {
    const table = tableFor(policy, tables)
    return cases.map((one) => ({ file, name: one.name, found: runCase(table, one) }))
  })
  if (results.length === 0) throw new Unusable('no case was found')
  const failed = results.filter(({ found }) => found.length > 0)
  for (const { file, name, found } of failed) report(file, name, found)
  process.stdout.write(`cases: ${results.length - failed.length} passed, ${failed.length} failed\n`)
  return failed.length === 0 ? 0 : 1
}

/** Answers the exit code; what there is to read goes to the two streams. */
export function runCases(args: readonly string[]): number {
  try {
    return run(args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

if (require.main === module) process.exitCode = runCases(process.argv.slice(2))
