/** From a YAML file to a table or a list of faults, each with its line: the only place that reads tables. */
import { LineCounter, parseDocument, isMap, isNode, isScalar, isSeq, type Document } from 'yaml'
import type * as z from 'zod/mini'
import { policyTable, type PolicyTable } from './table'

/** Something wrong in a file: where, which rule it breaks, and how to mend it. */
export interface Fault {
  file: string
  line: number
  rule: string
  /** What is wrong, and what to do. */
  message: string
}

export type Path = readonly (string | number)[]

/** A file that parsed, with a way back from a place in the data to its line. */
export interface Source {
  file: string
  data: unknown
  lineOf(path: Path): number
}

/** Days stay text: YAML's own dates would shift with the time zone. What YAML only warns of, a tag it does not know, is a fault too. */
export function parseYaml(file: string, text: string): Source | Fault[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true })
  const fault = (offset: number, message: string): Fault => ({
    file,
    line: lines.linePos(offset).line,
    rule: 'yaml',
    message,
  })
  const troubles = [...document.errors, ...document.warnings]
  if (troubles.length > 0)
    return troubles.map(({ message, pos }) =>
      fault(pos[0], `不是合格的 YAML，请核对缩进、引号、括号：${message.split('\n')[0] ?? message}`),
    )
  const unreadable = text.search(/\uFFFD/)
  if (unreadable >= 0) return [fault(unreadable, '有认不出的字；把文件存成 UTF-8 编码，再核对这一行')]
  const unseen = text.search(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]|(?!^)\uFEFF/)
  if (unseen >= 0) return [fault(unseen, '有看不见的字符，多半是粘贴带来的；把这一行重新打一遍')]
  try {
    return { file, data: document.toJS() as unknown, lineOf: (path) => lineOf(document, lines, path) }
  } catch {
    return [fault(0, '引用（& 和 *）套得太多；把内容直接写出来')]
  }
}

function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

/** Where the key of a path stands: a missing value is reported at its parent. */
function offsetOf(document: Document, path: Path): number | undefined {
  if (path.length === 0) return document.contents?.range?.[0]
  const parent = document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === last)
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined
  }
  if (isSeq(parent)) {
    const item = parent.items[Number(last)]
    return isNode(item) ? item.range?.[0] : undefined
  }
  return undefined
}

/** A table of the right shape, or what is wrong with it. The checker proves the rest. */
export function readTable(source: Source): PolicyTable | Fault[] {
  const read = policyTable.safeParse(source.data)
  if (read.success) return read.data
  return read.error.issues.flatMap((issue) => faultsOf(issue, source, []))
}

type Issue = z.core.$ZodIssue

/** Of a union's branches, the one that went deepest is the one the author meant. */
function faultsOf(issue: Issue, source: Source, around: Path): Fault[] {
  const path = [...around, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => ({ branch, depth: depthOf(branch) }))
    const deepest = Math.max(...branches.map(({ depth }) => depth))
    const best = branches
      .filter(({ depth }) => depth === deepest)
      .sort((a, b) => a.branch.length - b.branch.length)[0]
    if (best && deepest > 0) return best.branch.flatMap((inner) => faultsOf(inner, source, path))
  }
  return [
    {
      file: source.file,
      line: source.lineOf(path),
      rule: 'shape',
      message: `${nameOf(path)}：${mendOf(issue, valueAt(source.data, path))}`,
    },
  ]
}

const depthOf = (branch: readonly Issue[]): number =>
  Math.max(...branch.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)), 0)

const nameOf = (path: Path): string => path.join('.') || '整个文件'

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    data,
  )

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字，不加引号和单位',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '带键的一段 { }',
  record: '带键的一段 { }',
}

/** The schema's own messages (in table.ts) say what a day, a sum or a code looks like; the rest is said here. */
function mendOf(issue: Issue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `不认识 ${issue.keys.join('、')}；请核对拼写，或删掉`
  if (value === undefined) return '缺这一项；请补上'
  if (value === null) return '没有填；请填上，通知没写的照 docs/add-a-county-year.md 写 unstated'
  if (issue.code === 'invalid_type') return `应当是${typeNames[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `只能写 ${issue.values.map(String).join('、')}`
  if (issue.code === 'too_small')
    return issue.origin === 'number'
      ? `不能小于 ${issue.minimum}；请核对`
      : Number(issue.minimum) > 1
        ? `至少要写 ${issue.minimum} 项；只有一项就直接写值`
        : '不能是空的；请补上'
  if (issue.code === 'too_big') return `不能大于 ${issue.maximum}；请核对`
  if (issue.code === 'invalid_union') {
    const forms = new Set(issue.errors.flatMap((branch) => branch.map((inner) => mendOf(inner, value))))
    return [...forms].join('，或者') || '写法不对；这里可以怎么写，见 docs/add-a-county-year.md'
  }
  return issue.message
}
