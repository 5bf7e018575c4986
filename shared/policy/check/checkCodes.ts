/** Codes: each is a word of the vocabulary and listed once, and no list names a kind beside its own grade. */
import { covers } from '../../rules/conditions'
import type { Fault, Path } from '../readTable'
import { isDeclared, type VocabularyKind } from '../vocabulary'
import { isRecord, isTextList, walk, type Examined, type Rule } from './examined'

const kinds: Readonly<Record<string, VocabularyKind>> = {
  identities: 'identities',
  residence: 'residence',
  student: 'student',
  documents: 'documents',
  channels: 'channels',
}
const listKeys = ['anyOf', 'allOf', 'noneOf', 'oneOf']

export const checkCodes: Rule = (examined) => {
  const faults: Fault[] = []
  walk(examined.table, (value, path) => {
    const key = String(path.at(-1))
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined
    if (kind === undefined) {
      if (key === 'channel' && typeof value === 'string')
        faults.push(...undeclared(examined, 'channels', value, path))
      return
    }
    for (const list of codeLists(value, path)) faults.push(...wrongIn(list, kind, examined))
  })
  return faults
}

interface CodeList {
  codes: readonly string[]
  path: Path
}

/** The lists below a key: the value itself, `anyOf` and its like, groups of `oneOf`, or rows of papers. */
function codeLists(value: unknown, path: Path): CodeList[] {
  if (isTextList(value)) return value.length === 0 ? [] : [{ codes: value, path }]
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => codeLists(item, [...path, at]))
  if (!isRecord(value)) return []
  return listKeys.flatMap((key) => codeLists(value[key], [...path, key]))
}

function wrongIn({ codes, path }: CodeList, kind: VocabularyKind, examined: Examined): Fault[] {
  return codes.flatMap((code, at) => {
    const place = [...path, at]
    if (codes.indexOf(code) < at)
      return [examined.fault(place, 'code-twice', `${code} 在同一处写了两次；删掉一个`)]
    const kindOf = codes.find((other) => other !== code && covers(other, code))
    if (kindOf !== undefined)
      return [examined.fault(place, 'code-and-its-grade', `${kindOf} 已经包括 ${code}；只留一个`)]
    return undeclared(examined, kind, code, place)
  })
}

function undeclared(
  { vocabulary, fault }: Examined,
  kind: VocabularyKind,
  code: string,
  path: Path,
): Fault[] {
  if (isDeclared(vocabulary, kind, code)) return []
  const message = `词汇表的 ${kind} 里没有 ${code}；请核对拼写，或在 vocabulary.yaml 加一行`
  return [fault(path, 'unknown-code', message)]
}
