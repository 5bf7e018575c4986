/** Reads case files, or says by file and line what keeps one from being used. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseYaml } from '../../shared/policy/readTable'
import { isDeclared, type Vocabulary } from '../../shared/policy/vocabulary'
import { caseFile, type CaseFile, type PolicyCase } from './caseFile'

/** A file, a table or an option that cannot be used: an error, never a pass. */
export class Unusable extends Error {}

/** A file as named, or every `*.cases.yaml` (or .json) below a folder. */
export function caseFiles(path: string): string[] {
  if (!existsSync(path)) throw new Unusable(`${path}: no such file`)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.cases\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

export function readCases(file: string, vocabulary: Vocabulary): CaseFile {
  const source = parseYaml(file, readFileSync(file, 'utf8'))
  if (Array.isArray(source))
    throw new Unusable(source.map((fault) => `${file}:${fault.line} ${fault.message}`).join('\n'))
  const read = caseFile.safeParse(source.data)
  if (!read.success) {
    const issues = read.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
      const what = issue.code === 'unrecognized_keys' ? `unknown key ${issue.keys.join(', ')}` : issue.message
      return `${file}:${source.lineOf(path)} ${path.join('.')}: ${what}`
    })
    throw new Unusable(issues.join('\n'))
  }
  const unknown = read.data.cases.flatMap((one) =>
    undeclared(one, vocabulary).map(
      (code) => `${file}: ${one.name}: no line of the vocabulary declares ${code}`,
    ),
  )
  if (unknown.length > 0) throw new Unusable(unknown.join('\n'))
  return read.data
}

function undeclared({ person, expect }: PolicyCase, vocabulary: Vocabulary): string[] {
  const identities = (person.identities ?? []).map((held) => (typeof held === 'string' ? held : held.code))
  const papers = Array.isArray(expect.documents) ? expect.documents : []
  const used: [keyof Vocabulary, readonly string[]][] = [
    ['identities', identities],
    ['residence', person.residence === undefined ? [] : [person.residence]],
    ['student', person.student === undefined ? [] : [person.student]],
    ['documents', [...(person.documents ?? []), ...papers]],
    ['channels', Array.isArray(expect.channels) ? expect.channels : []],
  ]
  return used.flatMap(([kind, codes]) => codes.filter((code) => !isDeclared(vocabulary, kind, code)))
}
