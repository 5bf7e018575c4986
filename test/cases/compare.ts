/** Compares an assessment with what a case expects. Only what the case lists is compared. */
import type { PolicyTable } from '../../shared/policy/table'
import { assess } from '../../shared/rules/assess'
import type { Assessment } from '../../shared/rules/assessment'
import type { Person } from '../../shared/rules/person'
import type { Expected, ExpectedFields, PolicyCase } from './caseFile'
import { shown } from './shown'

export interface Difference {
  key: string
  expected: unknown
  actual: unknown
}

type Key = keyof ExpectedFields

export function runCase(table: PolicyTable, one: PolicyCase): Difference[] {
  return differences(assess(table, personOf(one.person), one.on), one.expect)
}

export function personOf({ identities, paid, ...facts }: PolicyCase['person']): Person {
  return {
    ...facts,
    ...(identities && {
      identities: identities.map((held) => (typeof held === 'string' ? { code: held } : held)),
    }),
    ...(paid && { paid: { on: paid.on, fen: Math.round(paid.yuan * 100) } }),
  }
}

export function differences(assessment: Assessment, { not = {}, ...expected }: Expected): Difference[] {
  const wrong = keysOf(expected).filter((key) => !holds(assessment, key, expected[key]))
  const present = keysOf(not).filter((key) => isPresent(assessment, key, not[key]))
  return [
    ...wrong.map((key) => ({ key, expected: expected[key], actual: shown(assessment, key) })),
    ...present.map((key) => ({ key: `not.${key}`, expected: not[key], actual: shown(assessment, key) })),
  ]
}

const keysOf = (expected: ExpectedFields): Key[] =>
  (Object.keys(expected) as Key[]).filter((key) => expected[key] !== undefined)

const lists: readonly Key[] = ['reasons', 'warnings', 'missing', 'documents', 'channels', 'cites']

function holds(assessment: Assessment, key: Key, expected: unknown): boolean {
  const actual = shown(assessment, key)
  if (!Array.isArray(expected) || key === 'dueBetween') return same(actual, expected)
  if (lists.includes(key)) return Array.isArray(actual) && expected.every((code) => actual.includes(code))
  return sameSet(expected, Array.isArray(actual) ? actual : [actual])
}

/** Under `not`, none of a list may be there; a single value must not be the answer. */
function isPresent(assessment: Assessment, key: Key, unwanted: unknown): boolean {
  if (!lists.includes(key) || !Array.isArray(unwanted)) return holds(assessment, key, unwanted)
  const actual = shown(assessment, key)
  return Array.isArray(actual) && unwanted.some((code) => actual.includes(code))
}

/** Keys in any order, for `supplement`. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const sameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value) => other.some((also) => same(value, also)))
