/** What a rule of the checker looks at: a table as it holds from some day on, and the way back to its lines. */
import type { Fault, Path, Source } from '../readTable'
import type { Condition, PolicyTable } from '../table'
import type { Vocabulary } from '../vocabulary'

export interface Examined {
  table: PolicyTable
  vocabulary: Vocabulary
  /** Where the file lies, with forward slashes. */
  file: string
  /** A fault at a place of the table; the message says what is wrong and how to mend it. */
  fault(path: Path, rule: string, message: string): Fault
}

/** One rule family: everything it finds wrong. */
export type Rule = (examined: Examined) => Fault[]

/** A row of any list that says for whom it holds. */
export interface RowFor {
  when?: Condition
}

/** The table as printed, then the table after each amending notice, in the order in which they take effect. */
export function versionsOf(table: PolicyTable, source: Source, vocabulary: Vocabulary): Examined[] {
  const order = (table.amendments ?? [])
    .map((amendment, index) => ({ amendment, index }))
    .sort((a, b) => (a.amendment.effective < b.amendment.effective ? -1 : 1))
  const cameFrom = new Map<string, number>()
  const versions = [examinedAs(table, source, vocabulary, new Map())]
  let current = table
  for (const { amendment, index } of order) {
    current = { ...current, ...amendment.sets }
    for (const section of Object.keys(amendment.sets)) cameFrom.set(section, index)
    versions.push(examinedAs(current, source, vocabulary, new Map(cameFrom)))
  }
  return versions
}

function examinedAs(
  table: PolicyTable,
  source: Source,
  vocabulary: Vocabulary,
  cameFrom: ReadonlyMap<string, number>,
): Examined {
  const placeOf = (path: Path): Path => {
    const amendment = cameFrom.get(String(path[0]))
    return amendment === undefined ? path : ['amendments', amendment, 'sets', ...path]
  }
  return {
    table,
    vocabulary,
    file: source.file.replaceAll('\\', '/'),
    fault: (path, rule, message) => ({
      file: source.file,
      line: source.lineOf(placeOf(path)),
      rule,
      message,
    }),
  }
}

/** Visits every value of the data with its path, the outer before the inner. */
export function walk(node: unknown, visit: (value: unknown, path: Path) => void, path: Path = []): void {
  visit(node, path)
  if (Array.isArray(node)) {
    node.forEach((item, index) => walk(item, visit, [...path, index]))
    return
  }
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) walk(value, visit, [...path, key])
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
