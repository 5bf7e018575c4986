/** Damages a sound table and asks the checker; the same seed damages the same places. */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseDocument, stringify } from 'yaml'
import { checkTable } from '../../../shared/policy/check/checkTable'
import { isRecord } from '../../../shared/policy/check/examined'
import { loadVocabulary, tablePaths } from '../../../shared/policy/loadTables'
import { parseYaml, readTable, type Fault, type Source } from '../../../shared/policy/readTable'
import { copy, type Data } from './data'
import type { Damage, Site } from './kind'

export const policyFolder = join(__dirname, '../../../shared/policy')
export const vocabulary = loadVocabulary(join(policyFolder, 'vocabulary.yaml'))

export interface SoundTable {
  name: string
  file: string
  data: Data
}

export const soundTables: readonly SoundTable[] = tablePaths(join(policyFolder, 'tables')).map((file) => ({
  name: relative(join(policyFolder, 'tables'), file).replace(/\.yaml$/, ''),
  file,
  data: copy(parseDocument(readFileSync(file, 'utf8'), { schema: 'core' }).toJS() as Data),
}))

/** What the command says of a text: the faults of reading it, or those of the checker. */
export const faultsIn = (file: string, text: string): readonly Fault[] => faultsOf(parseYaml(file, text))

function faultsOf(source: Source | Fault[]): readonly Fault[] {
  if (Array.isArray(source)) return source
  const table = readTable(source)
  return Array.isArray(table) ? table : checkTable(table, source, vocabulary)
}

export const textOf = (data: Data): string =>
  stringify(data, { schema: 'core', aliasDuplicateObjects: false, lineWidth: 0 })

export interface Trial {
  at: string
  text: string
  faults: readonly Fault[]
  /** First and last line of each section in which a fault is to stand. */
  sections: readonly (readonly [number, number])[]
}

export function tryDamage(
  { file, data }: SoundTable,
  { at, change, rewrite }: Site,
  seenIn?: readonly string[],
): Trial {
  const changed = copy(data)
  change?.(changed)
  const sound = textOf(changed)
  const text = rewrite ? rewrite(sound) : sound
  const source = parseYaml(file, text)
  return {
    at: at.join('.'),
    text,
    faults: faultsOf(source),
    sections: (seenIn ?? [at[0]]).map((section) => sectionLines(source, text, section)),
  }
}

/** A section that is gone, or a text that does not parse, is looked for in the whole file. */
function sectionLines(
  source: Source | Fault[],
  text: string,
  section: string | number | undefined,
): [number, number] {
  const last = text.split('\n').length
  if (Array.isArray(source) || !isRecord(source.data)) return [1, last]
  const sections = Object.keys(source.data)
  const place = sections.indexOf(String(section))
  if (place < 0) return [1, last]
  const next = sections[place + 1]
  return [source.lineOf([String(section)]), next === undefined ? last : source.lineOf([next]) - 1]
}

/** Up to `most` places out of all, the same for the same seed. */
export function someSites(
  { kind, sites }: Damage,
  { name, data }: SoundTable,
  most: number,
  seed: number,
): Site[] {
  const all = sites(data)
  const random = randomFrom(`${kind} ${name} ${seed}`)
  const left = [...all]
  return Array.from({ length: Math.min(most, all.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

/** mulberry32 (public domain), seeded by a text. */
function randomFrom(text: string): () => number {
  let state = [...text].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  )
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
