/** Reads the tables and the vocabulary of a folder from disk, for the command line, the tests and the build. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseYaml, readTable, type Fault, type Source } from './readTable'
import type { PolicyTable } from './table'
import { vocabularyShape, type Vocabulary } from './vocabulary'

/** One file of a tables folder: the table if it has the right shape, and the source to find lines in. */
export interface TableFile {
  file: string
  source: Source | undefined
  table: PolicyTable | undefined
  faults: readonly Fault[]
}

/** `vocabulary.yaml` is a word list, every other YAML file is a table. */
export const vocabularyFile = 'vocabulary.yaml'

/** The YAML files below a folder, or the file itself. */
export function tablePaths(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !name.endsWith(vocabularyFile))
    .sort()
    .map((name) => join(path, name))
}

export function loadTableFile(file: string): TableFile {
  const source = parseYaml(file, readFileSync(file, 'utf8'))
  if (Array.isArray(source)) return { file, source: undefined, table: undefined, faults: source }
  const table = readTable(source)
  return Array.isArray(table)
    ? { file, source, table: undefined, faults: table }
    : { file, source, table, faults: [] }
}

/** Every table of a folder. Throws when one of them has not the shape of a table: serving the rest would mislead. */
export function loadTables(folder: string): PolicyTable[] {
  return tablePaths(folder).map((path) => {
    const { table, faults } = loadTableFile(path)
    if (!table)
      throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
    return table
  })
}

/** The vocabulary beside the tables; words of a draft folder are added to it. */
export function loadVocabulary(file: string, draftsFolder?: string): Vocabulary {
  const vocabulary = readVocabulary(file)
  const drafts = draftsFolder === undefined ? undefined : join(draftsFolder, vocabularyFile)
  if (drafts === undefined || !existsSync(drafts)) return vocabulary
  const added = readVocabulary(drafts)
  const kinds = Object.keys(added) as (keyof Vocabulary)[]
  return kinds.reduce((all, kind) => ({ ...all, [kind]: { ...all[kind], ...added[kind] } }), vocabulary)
}

function readVocabulary(file: string): Vocabulary {
  const source = parseYaml(file, readFileSync(file, 'utf8'))
  if (Array.isArray(source))
    throw new Error(source.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  const empty = Object.fromEntries(Object.keys(vocabularyShape.shape).map((kind) => [kind, {}]))
  return vocabularyShape.parse({ ...empty, ...(source.data as object) })
}
